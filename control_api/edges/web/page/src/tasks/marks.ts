import type { Task } from "../api/contract";
import { TEXTS } from "../texts";

export type MarkKind = "started" | "blocked" | "priority" | "repeat" | "tag" | "person";

export interface Mark {
  kind: MarkKind;
  words: string;
}

/** What is to be known of a task besides its title, project and due date, in a word or two each. */
export function marksOf(task: Task): Mark[] {
  const marks: Mark[] = [
    { kind: "started", words: task.status === "in_progress" ? TEXTS.tasks.inProgress : "" },
    { kind: "blocked", words: task.blocked ? TEXTS.tasks.blocked : "" },
    { kind: "priority", words: task.priority ? TEXTS.tasks.priorities[task.priority] : "" },
    { kind: "repeat", words: task.repeat ? repeatWords(task.repeat.rule) : "" },
    ...task.tags.map((tag): Mark => ({ kind: "tag", words: `#${tag}` })),
    ...task.assignees.map((name): Mark => ({ kind: "person", words: `@${name}` })),
  ];
  return marks.filter((mark) => mark.words !== "");
}

function repeatWords(rule: string): string {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const say = TEXTS.tasks.repeats[parts.get("FREQ") as keyof typeof TEXTS.tasks.repeats];
  return say(Number(parts.get("INTERVAL") ?? 1));
}
