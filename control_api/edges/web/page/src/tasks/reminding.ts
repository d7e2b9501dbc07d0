import type { Reminder, Task } from "../api/contract";
import { TEXTS } from "../texts";
import { dueOf, dueWords } from "./due";

const WORDS = TEXTS.reminding;
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

export type Anchor = "due" | "start" | "deadline";
/** What may be counted back from, of what a task has. */
export const anchorsOf = (task: Task): Anchor[] =>
  (["due", "start", "deadline"] as const).filter((anchor) => task[anchor] !== null);

/** So long before, in minutes, are offered. */
export const OFFSETS = [0, 10, 30, HOUR, 3 * HOUR, DAY, 2 * DAY, WEEK] as const;

/** "30 minutes before it is due", "Tomorrow, 9:00 AM". */
export function reminderWords(reminder: Reminder, zone: string, today: string): string {
  const { at, before_min: before, anchor = "due" } = reminder;
  if (before === 0) return WORDS.when[anchor];
  if (before) return WORDS.before(spanWords(before), WORDS.anchors[anchor]);
  const due = dueOf({ due: at ?? null, time_zone: reminder.time_zone ?? null }, zone);
  return due ? dueWords(due, today) : "";
}

export function spanWords(minutes: number): string {
  if (minutes % WEEK === 0) return WORDS.weeks(minutes / WEEK);
  if (minutes % DAY === 0) return WORDS.days(minutes / DAY);
  if (minutes % HOUR === 0) return WORDS.hours(minutes / HOUR);
  return WORDS.minutes(minutes);
}

/**
 * The reminders of a task once one is added. One that is due at a time is told of then, as long as
 * it has none of its own; so it stays.
 */
export function withReminder(task: Task, added: Reminder): Reminder[] {
  const untold = task.reminders.length === 0 && task.due?.includes("T");
  const isAtDue = added.before_min === 0 && (added.anchor ?? "due") === "due";
  return [...(untold && !isAtDue ? [{ before_min: 0 }] : task.reminders), added];
}
