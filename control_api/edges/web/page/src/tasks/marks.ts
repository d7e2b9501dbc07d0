import type { Task } from "../api/contract";
import { TEXTS } from "../texts";

/** What is to be known of a task besides its title, project and due date, in a word or two each. */
export function marksOf(task: Task): string[] {
  return [
    task.status === "in_progress" ? TEXTS.tasks.inProgress : "",
    task.blocked ? TEXTS.tasks.blocked : "",
    task.priority ? TEXTS.tasks.priorities[task.priority] : "",
    task.repeat ? repeatWords(task.repeat.rule) : "",
    ...task.tags.map((tag) => `#${tag}`),
    ...task.assignees.map((name) => `@${name}`),
  ].filter((mark) => mark !== "");
}

function repeatWords(rule: string): string {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const say = TEXTS.tasks.repeats[parts.get("FREQ") as keyof typeof TEXTS.tasks.repeats];
  return say(Number(parts.get("INTERVAL") ?? 1));
}
