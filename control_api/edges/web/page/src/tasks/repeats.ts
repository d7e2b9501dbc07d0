import type { Repeat } from "../api/contract";
import { TEXTS } from "../texts";
import { dateFormat } from "../words/locale";
import { dayWords } from "./due";

const WORDS = TEXTS.repeating;

export const UNITS = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Unit = (typeof UNITS)[number];
/** As rules call the days, Monday first. */
export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** A Monday; the days of its week have the names. */
const MONDAY = 6;

/** The parts of a recurrence rule by their names. */
export const ruleParts = (rule: string): Map<string, string> =>
  new Map(
    rule
      .split(";")
      .filter((part) => part.includes("="))
      .map((part) => part.split("=", 2) as [string, string]),
  );

export const unitOf = (parts: Map<string, string>): Unit =>
  UNITS.find((unit) => unit === parts.get("FREQ")) ?? "DAILY";

/** "Monday", or "Mon"; empty for what is no day. */
export function weekday(code: string, length: "long" | "short" = "long"): string {
  const place = DAYS.findIndex((day) => day === code);
  if (place < 0) return "";
  return dateFormat({ weekday: length, timeZone: "UTC" }).format(
    new Date(Date.UTC(2025, 0, MONDAY + place)),
  );
}

/** A repeat in words: "every 2 weeks on Monday and Thursday". */
export function repeatInWords(repeat: Repeat, today: string): string {
  const parts = ruleParts(repeat.rule);
  const until = parts.get("UNTIL");
  const count = parts.get("COUNT");
  return [
    turnWords(parts),
    until ? WORDS.until(dayWords(isoDay(until), today)) : "",
    count ? WORDS.times(Number(count)) : "",
    repeat.basis === "completion" ? WORDS.afterDone : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** A repeat as one would say it; null where that can't be said. */
export function spokenRepeat({ rule, basis }: Repeat): string | null {
  const parts = ruleParts(rule);
  const isSaid = [...parts.keys()].every((part) => TEXTS.said.rules.includes(part));
  return isSaid && basis !== "completion" ? turnWords(parts) : null;
}

function turnWords(parts: Map<string, string>): string {
  const unit = unitOf(parts);
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const days = parts.get("BYDAY")?.split(",") ?? [];
  if (unit === "WEEKLY" && interval === 1 && days.join() === DAYS.slice(0, 5).join())
    return WORDS.weekday;
  const every = WORDS.turns[unit](interval);
  const months = parts.get("BYMONTH")?.split(",").map(monthName) ?? [];
  const dates = parts.get("BYMONTHDAY")?.split(",") ?? [];
  if (unit === "YEARLY" && months.length === 1 && dates.length === 1)
    return `${every} ${WORDS.onDate(months[0] ?? "", Number(dates[0]))}`;
  const on = days.length > 0 ? onDays(days) : dates.length > 0 ? onDates(dates) : "";
  return [every, on, months.length > 0 ? WORDS.inMonths(months) : ""].filter(Boolean).join(" ");
}

/** "MO", "2TU" (the second), "-1FR" (the last). */
function onDays(days: string[]): string {
  if (days.every((day) => day.length === 2)) return WORDS.onWeekdays(days.map((day) => weekday(day)));
  return WORDS.onPlaces(
    days.map((day) => WORDS.place(Number(day.slice(0, -2)), weekday(day.slice(-2)))),
  );
}

const onDates = (dates: string[]) =>
  WORDS.onPlaces(
    dates.map((date) => (date === "-1" ? WORDS.lastDay : WORDS.dayOfMonth(Number(date)))),
  );

const monthName = (month: string) =>
  dateFormat({ month: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2025, Number(month) - 1, 1)),
  );

/** "20261225T000000Z" as an ISO date. */
export const isoDay = (until: string) =>
  `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
