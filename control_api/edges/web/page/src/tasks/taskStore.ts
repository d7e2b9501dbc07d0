import type { Task, TaskEvent } from "../api/contract";
import { isOpen } from "./grouping";

export interface TaskStore {
  /** Of those made at the same moment, the first first. */
  tasks: ReadonlyMap<string, Task>;
  loaded: boolean;
  /** A task came back among others of its moment: only a list that is read tells its place. */
  misplaced: TaskEvent | null;
}

export const EMPTY_STORE: TaskStore = { tasks: new Map(), loaded: false, misplaced: null };

export type TaskStoreChange =
  | { kind: "read"; tasks: Task[]; since: TaskEvent[] }
  | { kind: "event"; event: TaskEvent };

/** Replaces the list by one that was read, or changes one task of it as an event says. */
export function changeStore(store: TaskStore, change: TaskStoreChange): TaskStore {
  if (change.kind === "event") return applyEvent(store, change.event);
  const tasks = new Map(change.tasks.map((task) => [task.id, task]));
  return change.since.reduce(applyEvent, { tasks, loaded: true, misplaced: null });
}

function applyEvent(store: TaskStore, event: TaskEvent): TaskStore {
  const tasks = new Map(store.tasks);
  if (event.type === "task.deleted" || !event.after) tasks.delete(event.thing_id);
  else tasks.set(event.thing_id, event.after);
  return { ...store, tasks, misplaced: store.misplaced ?? (comesBack(store, event) ? event : null) };
}

/** Whether a task is open again that was not, beside an open one that was made together with it. */
function comesBack({ tasks }: TaskStore, { type, after }: TaskEvent): boolean {
  if (type === "task.created" || !after || !isOpen(after)) return false;
  const known = tasks.get(after.id);
  if (known && isOpen(known)) return false;
  return [...tasks.values()].some((task) => isOpen(task) && task.created_at === after.created_at);
}
