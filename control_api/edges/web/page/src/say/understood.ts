import type { Outcome, Part, Task } from "../api/contract";
import { TEXTS } from "../texts";

/** What words would do, to be shown while they are typed. */
export interface Understood {
  /** The kind of thing, for its colour. */
  kind: "makes" | "does" | "asks" | "tells" | "unknown";
  /** In a few words. */
  headline: string;
  /** Which words say what of a new task. */
  parts: Part[];
  /** When the new task is due: what the words for it come to. */
  when: Pick<Task, "due" | "time_zone"> | null;
}

/** What is left of a reply that would be too long for one line. */
const LONGEST_REPLY = 160;

/** What a dry run tells; null when there is nothing to show. */
export function understood(outcome: Outcome): Understood | null {
  switch (outcome.outcome) {
    case "planned":
      return planned(outcome);
    case "needs_approval":
      return about("asks", TEXTS.say.asksFirst(outcome.reply));
    case "clarify":
      return about("asks", outcome.reply);
    case "not_a_command":
      return about("unknown", TEXTS.say.unknown);
    default:
      return outcome.reply ? about("tells", outcome.reply) : null;
  }
}

function planned(outcome: Outcome): Understood | null {
  const { actions, tasks, parts, reply } = outcome;
  const [first] = actions;
  if (!first) return reply ? about("tells", reply) : null;
  if (actions.every(({ type }) => type === "create_task")) {
    const titles = actions.map((action) => (action as { title?: string }).title ?? "");
    const headline =
      titles.length === 1 ? TEXTS.say.newTask(titles[0] ?? "") : TEXTS.say.newTasks(titles.length);
    const [made] = actions as Partial<Pick<Task, "due" | "time_zone">>[];
    const when = made?.due ? { due: made.due, time_zone: made.time_zone ?? null } : null;
    return { kind: "makes", headline, parts, when };
  }
  if (first.type.startsWith("list_")) return about("tells", reply);
  const deeds: Partial<Record<string, string>> = TEXTS.say.deeds;
  const deed = deeds[first.type.split("_")[0] ?? ""] ?? TEXTS.say.does;
  return about("does", tasks.length > 0 ? TEXTS.say.deed(deed, namesOf(tasks)) : reply || deed);
}

const namesOf = (tasks: { title: string }[]) =>
  tasks.length === 1 ? (tasks[0]?.title ?? "") : TEXTS.say.someTasks(tasks.length);

const about = (kind: Understood["kind"], words: string): Understood => ({
  kind,
  headline: words.length > LONGEST_REPLY ? `${words.slice(0, LONGEST_REPLY)}…` : words,
  parts: [],
  when: null,
});
