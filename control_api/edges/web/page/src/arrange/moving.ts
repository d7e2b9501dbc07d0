import type { Task } from "../api/contract";
import type { Edit } from "../data/useTaskActions";
import { addDays, endOfWeek } from "../tasks/due";
import type { Clock } from "../tasks/grouping";
import { onDay } from "../tasks/onDay";
import { FIXED_GROUPS, type Grouping, groupNameOf } from "./items";

/** So many tasks get a place of their own at once; with more the person is asked to go nearer. */
const MOST_PLACED = 100;

/** What has to become other of a task. */
export interface TaskEdit {
  task: Task;
  edit: Edit;
}

/** What makes a task one of a group; null for a group that none is put into. */
function editInto(group: string, by: Grouping, task: Task, clock: Clock): Edit | null {
  switch (by) {
    case "due": {
      const day = dayOf(group, clock);
      return day === undefined ? null : onDay(task, day, clock);
    }
    case "priority":
      return { priority: group === "none" ? null : (group as Task["priority"]) };
    case "project":
      return { project: group || null };
    case "person":
      return { assignees: withFirst(task.assignees, group) };
    case "tag":
      return { tags: withFirst(task.tags, group) };
    case "none":
      return {};
  }
}

/** What puts a task into a group, when that can be done; nothing where it is in it already. */
export function editTo(group: string, by: Grouping, task: Task, clock: Clock): Edit | null {
  if (groupNameOf(task, by, clock) === group) return {};
  const edit = editInto(group, by, task, clock);
  return edit && groupNameOf({ ...task, ...edit }, by, clock) === group ? edit : null;
}

/** The next group in a direction that a task can be put into; null for none. */
export function nextGroup(
  task: Task,
  direction: 1 | -1,
  by: Grouping,
  shown: readonly string[],
  clock: Clock,
): string | null {
  const groups = FIXED_GROUPS[by] ?? shown;
  const from = groups.indexOf(groupNameOf(task, by, clock));
  const ahead = direction === 1 ? groups.slice(from + 1) : groups.slice(0, from).reverse();
  return ahead.find((group) => editTo(group, by, task, clock) !== null) ?? null;
}

/** The day of what is put into a group; undefined for the group that only time brings tasks to. */
function dayOf(group: string, { day }: Clock): string | null | undefined {
  switch (group) {
    case "today":
      return day;
    case "tomorrow":
      return addDays(day, 1);
    case "week":
      return endOfWeek(day);
    case "later":
      return addDays(endOfWeek(addDays(day, 1)), 1);
    case "undated":
      return null;
    default:
      return undefined;
  }
}

/** The first of these names tells the group; the others stay. */
const withFirst = (names: string[], first: string) => [
  ...(first ? [first] : []),
  ...names.slice(1).filter((name) => name !== first),
];

/**
 * Puts tasks before another one of their group, or at its end, as "put milk before eggs" does:
 * those ahead of them that have no place yet get one to stay there. Null when these are too many.
 */
export function placed(group: Task[], moved: Task[], before: string | null): TaskEdit[] | null {
  const others = group.filter(({ id }) => !moved.some((task) => task.id === id));
  const found = others.findIndex(({ id }) => id === before);
  const at = found < 0 ? others.length : found;
  const ahead = others.slice(0, at);
  const unplaced = ahead.filter(({ order }) => order === null);
  if (unplaced.length > MOST_PLACED) return null;
  const next = others.slice(at).find(({ order }) => order !== null)?.order ?? null;
  const orders = ordersBetween([...unplaced, ...moved], ahead, next);
  return orders ?? renumbered([...ahead, ...moved, ...others.slice(at)]);
}

function ordersBetween(tasks: Task[], ahead: Task[], next: number | null): TaskEdit[] | null {
  const last = ahead.findLast(({ order }) => order !== null)?.order ?? null;
  const begin = last ?? (next === null ? -1 : next - tasks.length - 1);
  const step = next === null ? 1 : (next - begin) / (tasks.length + 1);
  const edits = tasks.map((task, nth) => ({ task, edit: { order: begin + (nth + 1) * step } }));
  const numbers = [begin, ...edits.map(({ edit }) => edit.order), ...(next === null ? [] : [next])];
  // Between two numbers there is room for so many halves only.
  return numbers.every((each, nth) => nth === 0 || each > (numbers[nth - 1] ?? 0)) ? edits : null;
}

const renumbered = (tasks: Task[]): TaskEdit[] | null =>
  tasks.length > MOST_PLACED ? null : tasks.map((task, order) => ({ task, edit: { order } }));
