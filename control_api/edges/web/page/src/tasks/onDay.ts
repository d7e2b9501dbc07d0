import type { Task } from "../api/contract";
import { addDays, dueOf, viewerZone } from "./due";
import type { Clock } from "./grouping";

/**
 * A task's due date on another day, at its time of day, unless that is over. `day`: ISO date; null
 * for no date.
 */
export function onDay(
  task: Task,
  day: string | null,
  clock: Clock,
): { due: string | null; time_zone: string | null } {
  const time = dueOf(task, clock.zone)?.time;
  const isOver = day === clock.day && time && time < clock.time;
  if (day === null || !time || isOver) return { due: day, time_zone: null };
  return { due: `${day}T${time}:00`, time_zone: viewerZone() };
}

/** The day to which a task is put off: the one after its own, and never one that is over. */
export function nextDay(task: Task, clock: Clock): string {
  const due = dueOf(task, clock.zone);
  return addDays(due && due.day > clock.day ? due.day : clock.day, 1);
}
