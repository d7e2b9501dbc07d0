import type { Priority, Task } from "../api/contract";
import { byCompletion, dueKey, sortedBy } from "./grouping";

/** By what a person may have a list sorted. */
export const SORTINGS = ["due", "priority", "created", "manual"] as const;
export type Sorting = (typeof SORTINGS)[number];
/** What a list is sorted by; what was completed is by when. */
export type Order = Sorting | "completed";

/** What the control API calls it, so that the first page holds the first tasks. */
export const SORTED_AS: Record<Order, string> = {
  due: "due",
  priority: "-priority",
  created: "-created_at",
  manual: "order",
  completed: "-completed_at",
};

export const PRIORITIES: readonly (Priority | null)[] = ["urgent", "high", "medium", "low", null];

/** Sorts as the control API does; what is alike stays as it is. */
export function inOrderOf(order: Order, tasks: Task[], zone: string): Task[] {
  switch (order) {
    case "due":
      return sortedBy(tasks, (task) => dueKey(task, zone));
    case "completed":
      return tasks.toSorted(byCompletion);
    case "created":
      return tasks.toSorted(newestFirst);
    case "priority":
      return tasks.toSorted((a, b) => rank(a) - rank(b) || newestFirst(a, b));
    case "manual":
      return tasks.toSorted((a, b) => placeOf(a) - placeOf(b) || newestFirst(b, a));
  }
}

const rank = ({ priority }: Task) => PRIORITIES.indexOf(priority);

/** A number, so that two without a place are alike. */
const placeOf = ({ order }: Task) => order ?? Number.MAX_VALUE;

const newestFirst = (a: Task, b: Task) =>
  a.created_at === b.created_at ? 0 : a.created_at < b.created_at ? 1 : -1;
