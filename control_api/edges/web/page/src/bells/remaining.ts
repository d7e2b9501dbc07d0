import type { Alarm, Timer } from "../api/contract";
import { dayIn, dueWords, instantOf } from "../tasks/due";

const SECOND_MS = 1000;
const HOUR_S = 3600;
const MINUTE_S = 60;
/** So long a bell that nobody stops is still to be seen. */
const RINGS_S = HOUR_S;

/** Seconds until a timer ends; below zero once it has. */
export function secondsLeft(timer: Timer, now: Date): number {
  if (timer.ends_at === null) return timer.left_s ?? 0;
  return Math.ceil((Date.parse(timer.ends_at) - now.getTime()) / SECOND_MS);
}

/** As a clock that counts down shows it: "9:05", "1:00:00". */
export function clockWords(seconds: number): string {
  const left = Math.max(0, seconds);
  const pad = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(left / MINUTE_S) % MINUTE_S;
  const rest = pad(left % MINUTE_S);
  if (left < HOUR_S) return `${minutes}:${rest}`;
  return `${Math.floor(left / HOUR_S)}:${pad(minutes)}:${rest}`;
}

/** The timers that run, wait or ring, the next one to end first. */
export function liveTimers(timers: Timer[], now: Date): Timer[] {
  return timers
    .filter((timer) => secondsLeft(timer, now) > -RINGS_S)
    .toSorted((one, other) => secondsLeft(one, now) - secondsLeft(other, now));
}

/** When an alarm rings next. */
export function ringsAt(alarm: Alarm, zone: string): Date {
  if (alarm.snoozed_until !== null) return new Date(alarm.snoozed_until);
  return instantOf(alarm.at, alarm.time_zone ?? zone);
}

/** The alarms that are set; one that repeats shows its turn, whether or not that is over. */
export function liveAlarms(alarms: Alarm[], now: Date, zone: string): Alarm[] {
  return alarms
    .filter((alarm) => alarm.repeat !== null || ringsAt(alarm, zone) > now)
    .toSorted((one, other) => ringsAt(one, zone).getTime() - ringsAt(other, zone).getTime());
}

/** Words for when it rings: "Tomorrow, 7:00 AM". */
export function alarmWords(alarm: Alarm, now: Date, zone: string): string {
  const at = ringsAt(alarm, zone);
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, timeStyle: "short" }).format(at);
  return dueWords({ day: dayIn(at, zone), time }, dayIn(now, zone));
}
