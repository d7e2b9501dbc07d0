import type { Task } from "../api/contract";
import { TEXTS } from "../texts";
import { dateFormat } from "../words/locale";

/** When a task is due, as the clock on this person's wall shows it. */
export interface Due {
  /** ISO date. */
  day: string;
  /** `HH:MM`; null when all day. */
  time: string | null;
}

export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** ISO date of `moment` in `zone`. */
export function dayIn(moment: Date, zone: string): string {
  return localTime(moment, zone).slice(0, 10);
}

export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Last day, a Sunday, of the week that `day` is in. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

type Dated = Pick<Task, "due" | "time_zone">;

/** Tasks are never changed, only replaced; long lists ask for the same again and again. */
const known = new WeakMap<Dated, { zone: string; due: Due | null }>();

/** Reads a task's due date for somebody in `zone`; null when it has none. */
export function dueOf(task: Dated, zone: string): Due | null {
  const before = known.get(task);
  if (before?.zone === zone) return before.due;
  const due = readDue(task, zone);
  known.set(task, { zone, due });
  return due;
}

function readDue(task: Dated, zone: string): Due | null {
  if (!task.due) return null;
  if (!task.due.includes("T")) return { day: task.due, time: null };
  const fixedElsewhere = task.time_zone !== null && task.time_zone !== zone;
  const local = fixedElsewhere
    ? localTime(instantOf(task.due, task.time_zone ?? zone), zone)
    : task.due;
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Making one takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DDTHH:MM:SS` on a clock in `zone`. */
export function localTime(moment: Date, zone: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    clocks.set(zone, clock);
  }
  return clock.format(moment).replace(" ", "T");
}

/** The instant at which a clock in `zone` shows `local`. */
export function instantOf(local: string, zone: string): Date {
  const asIfUtc = Date.parse(`${local}Z`);
  const shownAt = (instant: number) => Date.parse(`${localTime(new Date(instant), zone)}Z`);
  const guess = asIfUtc - (shownAt(asIfUtc) - asIfUtc);
  // Once more, because the first guess may lie on the other side of a clock change.
  return new Date(guess - (shownAt(guess) - asIfUtc));
}

/** Words for a due date: "Today, 3:00 PM", "Friday", "Dec 24". */
export function dueWords(due: Due, today: string): string {
  const day = dayWords(due.day, today);
  return due.time ? `${day}, ${timeWords(due.time)}` : day;
}

/** The same where a heading already says "Today" or "Tomorrow". */
export function dueInGroup(due: Due, today: string): string {
  if (due.day !== today && due.day !== addDays(today, 1)) return dueWords(due, today);
  return due.time ? timeWords(due.time) : TEXTS.due.allDay;
}

/** In full, for who hears the button: it holds what is seen on it (WCAG 2.5.3, label in name). */
export function dueAloud(due: Due, today: string): string {
  const words = dueWords(due, today);
  const seen = dueInGroup(due, today);
  return words.includes(seen) ? words : `${words}, ${seen}`;
}

export function dayWords(day: string, today: string): string {
  if (day === today) return TEXTS.due.today;
  if (day === addDays(today, 1)) return TEXTS.due.tomorrow;
  if (day === addDays(today, -1)) return TEXTS.due.yesterday;
  const near = day > today && day <= addDays(today, 6);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return dateFormat({
    timeZone: "UTC",
    ...(near
      ? { weekday: "long" }
      : { month: "short", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) }),
  }).format(new Date(`${day}T00:00:00Z`));
}

function timeWords(time: string): string {
  return dateFormat({ timeZone: "UTC", timeStyle: "short" }).format(
    new Date(`1970-01-01T${time}:00Z`),
  );
}
