import { OPEN, type Task } from "../api/contract";
import { addDays, dayIn, type Due, dueOf, endOfWeek } from "./due";

export const GROUPS = ["overdue", "today", "tomorrow", "week", "later", "undated"] as const;
export type GroupName = (typeof GROUPS)[number];

const COMPLETED_SHOWN = 20;

export interface DatedTask {
  task: Task;
  due: Due | null;
}

export interface TaskGroups {
  open: { name: GroupName; tasks: DatedTask[] }[];
  completed: Task[];
}

export const isOpen = (task: Task) => OPEN.includes(task.status);

/**
 * Sorts open tasks into groups by when they are due, empty groups left out. Those made at the same
 * moment, as one sentence does with several, stay in the order in which they are given.
 */
export function groupTasks(tasks: Iterable<Task>, now: Date, zone: string): TaskGroups {
  const all = [...tasks];
  const dated = all.filter(isOpen).map((task) => ({ task, due: dueOf(task, zone) }));
  const clock = { day: dayIn(now, zone), time: timeIn(now, zone) };
  const open = GROUPS.map((name) => ({
    name,
    tasks: dated.filter(({ due }) => groupOf(due, clock) === name).sort(byDue),
  })).filter((group) => group.tasks.length > 0);
  const completed = all.filter((task) => task.status === "completed").reverse();
  completed.sort((a, b) => compare(completedAt(b), completedAt(a)));
  return { open, completed: completed.slice(0, COMPLETED_SHOWN) };
}

function groupOf(due: Due | null, clock: { day: string; time: string }): GroupName {
  if (!due) return "undated";
  if (due.day < clock.day) return "overdue";
  if (due.day === clock.day) return due.time && due.time < clock.time ? "overdue" : "today";
  if (due.day === addDays(clock.day, 1)) return "tomorrow";
  return due.day <= endOfWeek(clock.day) ? "week" : "later";
}

const timeIn = (moment: Date, zone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, timeStyle: "short" }).format(moment);

/** All-day tasks come before timed ones of their day, older ones before newer ones. */
function byDue(a: DatedTask, b: DatedTask): number {
  const key = ({ task, due }: DatedTask) => `${due?.day ?? ""} ${due?.time ?? ""} ${task.created_at}`;
  return compare(key(a), key(b));
}

const completedAt = (task: Task) => task.completed_at ?? task.updated_at;

/** What is alike stays in its order, which only 0 says. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
