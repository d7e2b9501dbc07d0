import type { TaskEvent } from "../api/contract";

/** What somebody does on the page that shows what they could use next. */
export type Deed = "typed" | "completed" | "moved";
export type HintName = "search" | "keys" | "signs" | "drag";

/** What was done so often, and which hints have been read. */
export interface Earned {
  counts: Record<Deed, number>;
  told: readonly HintName[];
  /** The last event that was counted: other windows hear of the same ones. */
  lastEvent: number;
}

export const NOTHING: Earned = {
  counts: { typed: 0, completed: 0, moved: 0 },
  told: [],
  lastEvent: 0,
};

/** What has to be done how often before a hint is given, in the order in which they come. */
const PRICES: readonly [HintName, Deed, number][] = [
  ["search", "typed", 3],
  ["keys", "completed", 3],
  ["drag", "moved", 3],
  ["signs", "typed", 8],
];

/** The hint that is given now; null for none. */
export function nextHint({ counts, told }: Earned): HintName | null {
  const found = PRICES.find(([name, deed, times]) => !told.includes(name) && counts[deed] >= times);
  return found?.[0] ?? null;
}

export const withTold = (earned: Earned, name: HintName): Earned => ({
  ...earned,
  told: [...earned.told, name],
});

/** With what an event tells, when it is news and about something done on the page. */
export function withEvent(earned: Earned, event: TaskEvent): Earned {
  const deed = event.id > earned.lastEvent && event.source === "page" ? deedOf(event) : null;
  if (!deed) return earned;
  const counts = { ...earned.counts, [deed]: earned.counts[deed] + 1 };
  return { ...earned, counts, lastEvent: event.id };
}

function deedOf({ type, before, after }: TaskEvent): Deed | null {
  if (type === "task.created") return after?.said ? "typed" : null;
  if (type !== "task.updated" || !before || !after) return null;
  if (before.status !== "completed" && after.status === "completed") return "completed";
  return before.due === after.due && before.project_id === after.project_id ? null : "moved";
}
