import { OPEN, type Task } from "../api/contract";
import { addDays, dayIn, type Due, dueOf, endOfWeek, localTime } from "./due";

export const GROUPS = ["overdue", "today", "tomorrow", "week", "later", "undated"] as const;
export type GroupName = (typeof GROUPS)[number];

/** What a clock on this person's wall shows. */
export interface Clock {
  zone: string;
  /** ISO date. */
  day: string;
  /** `HH:MM`. */
  time: string;
}

export const clockOf = (now: Date, zone: string): Clock => ({
  zone,
  day: dayIn(now, zone),
  time: timeIn(now, zone),
});

export const isOpen = (task: Pick<Task, "status">) => OPEN.includes(task.status);

/** The group that a task belongs to by when it is due. */
export function groupOf(due: Due | null, clock: Clock): GroupName {
  if (!due) return "undated";
  if (due.day < clock.day) return "overdue";
  if (due.day === clock.day) return due.time && due.time < clock.time ? "overdue" : "today";
  if (due.day === addDays(clock.day, 1)) return "tomorrow";
  return due.day <= endOfWeek(clock.day) ? "week" : "later";
}

const timeIn = (moment: Date, zone: string) => localTime(moment, zone).slice(11, 16);

/**
 * What a list is sorted by when it is sorted by when tasks are due: all-day tasks come before timed
 * ones of their day, older ones before newer ones, those without a date last.
 */
export const dueKey = (task: Task, zone: string): string => {
  const due = dueOf(task, zone);
  return due ? `${due.day} ${due.time ?? ""} ${task.created_at}` : `~ ${task.created_at}`;
};

/** Sorts by a key that is made once for each; what is alike stays in its order. */
export function sortedBy(tasks: Task[], keyOf: (task: Task) => string): Task[] {
  return tasks
    .map((task) => ({ task, key: keyOf(task) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ task }) => task);
}

/** What was completed last comes first. */
export const byCompletion = (a: Task, b: Task): number => compare(completedAt(b), completedAt(a));

export const completedAt = (task: Task) => task.completed_at ?? task.updated_at;

/** What is alike stays in its order, which only 0 says. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
