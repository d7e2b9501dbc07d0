import type { InfiniteData } from "@tanstack/react-query";
import type { Task, TaskPage } from "../api/contract";
import type { Clock } from "../tasks/grouping";
import { inOrderOf } from "../tasks/sorting";
import type { View } from "../views/views";

/** As much of a list as was read; what is added meanwhile stands in the last page. */
export type Pages = InfiniteData<TaskPage>;

/** What became of a task; null when it is in the trash or gone. */
export interface Change {
  id: string;
  task: Task | null;
}

export interface Changed {
  pages: Pages;
  /** The control API must be asked which tasks are in it now, or where. */
  unsure: boolean;
}

/** The tasks of a list in their order, each once, in its newest version. */
export function tasksOf(pages: Pages | undefined): Task[] {
  const tasks = new Map<string, Task>();
  for (const task of pages?.pages.flatMap((page) => page.items) ?? []) {
    const known = tasks.get(task.id);
    if (!known || known.updated_at <= task.updated_at) tasks.set(task.id, task);
  }
  return [...tasks.values()];
}

/** Sorts as the view does; what is alike stays as it is. */
export const inOrder = (tasks: Task[], view: View, zone: string): Task[] =>
  inOrderOf(view.order, tasks, zone);

interface Index {
  known: ReadonlyMap<string, Task>;
  /** The ids of tasks that others of the list wait for. */
  waitedFor: ReadonlySet<string>;
}

const indexes = new WeakMap<Pages, Index>();

/** Made once for each state of a list: events come one by one. */
function indexOf(pages: Pages): Index {
  const made = indexes.get(pages);
  if (made) return made;
  const tasks = pages.pages.flatMap((page) => page.items);
  const index = {
    known: new Map(tasks.map((task) => [task.id, task])),
    waitedFor: new Set(tasks.flatMap((task) => task.depends_on)),
  };
  indexes.set(pages, index);
  return index;
}

/** The list after changes, each of which is newer than what was read. */
export function changePages(pages: Pages, view: View, changes: Change[], clock: Clock): Changed {
  const { known, waitedFor } = indexOf(pages);
  const news = new Map<string, Task | null>();
  let unsure = false;
  for (const { id, task: told } of changes) {
    const before = known.get(id);
    // The answer to what was done here has told the same already, or it was read after that: then
    // what was told before it is older than what is shown.
    if (before && before.updated_at === told?.updated_at && before.status === told.status) {
      news.delete(id);
      continue;
    }
    // An event does not tell what else a task waits for; the list does.
    const task = told && { ...told, blocked: before?.blocked ?? false };
    const has = task === null ? false : view.has(task, clock);
    unsure ||= has === null;
    unsure ||= task !== null && has !== false && task.depends_on.length > 0;
    unsure ||= waitedFor.has(id) && (!task || task.status !== before?.status);
    if (has === false) {
      if (before) news.set(id, null);
    } else if (before) {
      news.set(id, task);
    } else if (has && task) {
      news.set(id, task);
      // Where it stands among those of its moment only the control API knows.
      unsure ||= [...known.values()].some((other) => other.created_at === task.created_at);
    }
  }
  if (news.size === 0) return { pages, unsure };

  const changed = pages.pages.map((page) => {
    if (!page.items.some((task) => news.has(task.id))) return page;
    const items = page.items.flatMap((task) => {
      const now = news.get(task.id);
      return now === undefined ? [task] : now === null ? [] : [now];
    });
    return { ...page, items };
  });
  const added = [...news].flatMap(([id, task]) => (task && !known.has(id) ? [task] : []));
  const last = changed.at(-1);
  if (last && added.length > 0)
    changed[changed.length - 1] = { ...last, items: [...last.items, ...added] };
  return { pages: { ...pages, pages: changed }, unsure };
}
