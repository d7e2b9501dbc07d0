import type { CommentEvent, OccurrenceEvent } from "../api/around";
import type { Source, Task, TaskEvent } from "../api/contract";
import type { HistoryEvent } from "../api/details";
import { dayIn, dueOf, dueWords, viewerZone } from "../tasks/due";
import { reminderWords } from "../tasks/reminding";
import { repeatInWords } from "../tasks/repeats";
import { TEXTS } from "../texts";

const WORDS = TEXTS.history;

/** What one command did to a task. */
export interface Deed {
  commandId: string;
  at: string;
  source: Source;
  actor: string;
  /** What was done, in a few words each; never empty. */
  lines: string[];
}

/** Gathers the events of each command; those of which nothing is to be told are left out. */
export function deedsOf(events: readonly HistoryEvent[]): Deed[] {
  const deeds = new Map<string, Deed>();
  // Events come the newest first, but what one command did is told in its order.
  for (const event of events) {
    const { command_id: commandId, at, source, actor } = event;
    const deed = deeds.get(commandId) ?? { commandId, at, source, actor, lines: [] };
    deeds.set(commandId, { ...deed, lines: [...linesOf(event), ...deed.lines] });
  }
  return [...deeds.values()].filter(({ lines }) => lines.length > 0);
}

function linesOf(event: HistoryEvent): string[] {
  if (event.kind === "comment") return commentLines(event);
  if (event.kind === "occurrence") return occurrenceLines(event);
  return taskLines(event);
}

function taskLines({ type, before, after }: TaskEvent): string[] {
  if (type === "task.created") return [WORDS.created];
  if (type === "task.deleted") return [WORDS.deleted];
  if (type === "task.restored") return [WORDS.restored];
  if (!before || !after) return [WORDS.purged];
  return FIELDS.flatMap((field) => field(before, after) ?? []);
}

function commentLines({ type, after }: CommentEvent): string[] {
  if (type === "comment.created" && after) return [WORDS.commented(after.text)];
  if (type === "comment.deleted") return [WORDS.uncommented];
  if (type === "comment.restored") return [WORDS.comment];
  return [WORDS.recommented];
}

function occurrenceLines({ type, after }: OccurrenceEvent): string[] {
  if (type !== "occurrence.created" || !after) return [];
  return [WORDS.occurrence[after.state](dateWords(after.due, after.time_zone) ?? "")];
}

/** What is told of one field; null when it is as it was. */
type Teller = (before: Task, after: Task) => string | null;

const told =
  (label: () => string, of: (task: Task) => string | null): Teller =>
  (before, after) => {
    const now = of(after);
    if (of(before) === now) return null;
    return now === null ? WORDS.removed(label()) : WORDS.changed(label(), now);
  };

const listed =
  (label: () => string, of: (task: Task) => string[]): Teller =>
  (before, after) => {
    const added = of(after).filter((name) => !of(before).includes(name));
    const taken = of(before).filter((name) => !of(after).includes(name));
    const words = [
      added.length > 0 ? WORDS.added(label(), added.join(", ")) : "",
      taken.length > 0 ? WORDS.taken(label(), taken.join(", ")) : "",
    ];
    return words.filter(Boolean).join("; ") || null;
  };

const rewritten =
  (label: () => string, of: (task: Task) => unknown): Teller =>
  (before, after) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after)) ? null : WORDS.rewritten(label());

const today = () => dayIn(new Date(), viewerZone());

function dateWords(local: string | null, zone: string | null): string | null {
  const due = dueOf({ due: local, time_zone: zone }, viewerZone());
  return due && dueWords(due, today());
}

const FIELDS: readonly Teller[] = [
  (before, after) => (before.title === after.title ? null : WORDS.renamed(before.title)),
  (before, after) => (before.status === after.status ? null : WORDS.became[after.status]),
  told(() => TEXTS.task.due, (task) => dateWords(task.due, task.time_zone)),
  told(() => TEXTS.task.repeat, (task) => task.repeat && repeatInWords(task.repeat, today())),
  told(() => TEXTS.task.priority, (task) => task.priority && TEXTS.list.priorities[task.priority]),
  // By its id: a project that was renamed since is the same.
  (before, after) => {
    if (before.project_id === after.project_id) return null;
    return WORDS.changed(TEXTS.task.project, after.project ?? TEXTS.task.inbox);
  },
  told(() => TEXTS.task.section, (task) => task.section),
  listed(() => TEXTS.task.tags, (task) => task.tags.map((name) => `#${name}`)),
  listed(() => TEXTS.task.people, (task) => task.assignees.map((name) => `@${name}`)),
  rewritten(() => TEXTS.task.notes, (task) => task.notes),
  told(() => TEXTS.task.start, (task) => dateWords(task.start, task.start_time_zone)),
  told(() => TEXTS.task.deadline, (task) => dateWords(task.deadline, task.deadline_time_zone)),
  told(() => TEXTS.task.duration, (task) =>
    task.duration_min === null
      ? null
      : TEXTS.task.hours(Math.floor(task.duration_min / 60), task.duration_min % 60),
  ),
  listed(() => TEXTS.parts.reminders, (task) =>
    task.reminders.map((each) => reminderWords(each, viewerZone(), today())),
  ),
  rewritten(() => WORDS.dependency, (task) => task.depends_on),
  rewritten(() => TEXTS.task.links, (task) => task.links),
  rewritten(() => WORDS.subtask, (task) => task.parent_id),
];
