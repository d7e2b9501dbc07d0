import type { Task } from "../api/contract";
import { dayIn, dayWords, type Due, dueOf } from "../tasks/due";
import { type Clock, completedAt, type GroupName, GROUPS, groupOf } from "../tasks/grouping";
import { PRIORITIES } from "../tasks/sorting";
import { TEXTS } from "../texts";
import { locale } from "../words/locale";

/** By what a list is put into groups. */
export const GROUPINGS = ["due", "priority", "project", "person", "tag", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface HeadingItem {
  kind: "heading";
  key: string;
  group: string;
  words: string;
  count: number;
}

export interface TaskItem {
  kind: "task";
  key: string;
  task: Task;
  due: Due | null;
  /** The name of its group. */
  group: string;
  /** Its place among the tasks, from 0 on. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
}

/** What stands in a list, from top to bottom. */
export type Item = HeadingItem | TaskItem;

interface Group {
  name: string;
  words: string;
  tasks: Task[];
}

/** Puts tasks, which stand in the order of the view, into groups; empty ones are left out. */
export function itemsOf(tasks: Task[], by: Grouping | "completed", clock: Clock): Item[] {
  const groups = groupsOf(tasks, by, clock).filter((group) => group.tasks.length > 0);
  const items: Item[] = [];
  let place = 0;
  for (const { name, words, tasks: members } of groups) {
    if (words) {
      const [key, count] = [`heading ${name}`, members.length];
      items.push({ kind: "heading", key, group: name, words, count });
    }
    members.forEach((task, at) => {
      items.push({
        kind: "task",
        key: task.id,
        task,
        due: dueOf(task, clock.zone),
        group: name,
        place: place++,
        isFirst: at === 0,
        isLast: at === members.length - 1,
      });
    });
  }
  return items;
}

/** What a group of that name is called; empty where there is none to name. */
export function groupWords(by: Grouping | "completed", name: string, today: string): string {
  switch (by) {
    case "due":
      return TEXTS.tasks.groups[name as GroupName];
    case "priority":
      return TEXTS.list.priorities[name as keyof typeof TEXTS.list.priorities];
    case "project":
      return name || TEXTS.list.noProject;
    case "person":
      return name ? `@${name}` : TEXTS.arrange.noPerson;
    case "tag":
      return name ? `#${name}` : TEXTS.arrange.noTag;
    case "completed":
      return dayWords(name, today);
    case "none":
      return "";
  }
}

/** The name of the group that a task is in; of several people or tags the first tells it. */
export function groupNameOf(task: Task, by: Grouping | "completed", clock: Clock): string {
  switch (by) {
    case "due":
      return groupOf(dueOf(task, clock.zone), clock);
    case "priority":
      return task.priority ?? "none";
    case "project":
      return task.project ?? "";
    case "person":
      return task.assignees[0] ?? "";
    case "tag":
      return task.tags[0] ?? "";
    case "completed":
      return dayIn(new Date(completedAt(task)), clock.zone);
    case "none":
      return "all";
  }
}

/** All groups that there may be, where they are the same for every list. */
export const FIXED_GROUPS: Partial<Record<Grouping, readonly string[]>> = {
  due: GROUPS,
  priority: PRIORITIES.map((priority) => priority ?? "none"),
};

function groupsOf(tasks: Task[], by: Grouping | "completed", clock: Clock): Group[] {
  const byName = new Map<string, Task[]>();
  for (const task of tasks) {
    const name = groupNameOf(task, by, clock);
    const members = byName.get(name);
    if (members) members.push(task);
    else byName.set(name, [task]);
  }
  return namesInOrder([...byName.keys()], by).map((name) => ({
    name,
    words: groupWords(by, name, clock.day),
    tasks: byName.get(name) ?? [],
  }));
}

function namesInOrder(found: string[], by: Grouping | "completed"): readonly string[] {
  if (by === "completed" || by === "none") return found;
  return FIXED_GROUPS[by] ?? found.sort((a, b) => a.localeCompare(b, locale()));
}
