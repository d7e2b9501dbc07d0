import type { Task, TaskEvent } from "../api/contract";

export interface TaskStore {
  tasks: ReadonlyMap<string, Task>;
  loaded: boolean;
}

export const EMPTY_STORE: TaskStore = { tasks: new Map(), loaded: false };

export type TaskStoreChange =
  | { kind: "read"; tasks: Task[]; since: TaskEvent[] }
  | { kind: "event"; event: TaskEvent };

/** Replaces the list by one that was read, or changes one task of it as an event says. */
export function changeStore(store: TaskStore, change: TaskStoreChange): TaskStore {
  if (change.kind === "event") return applyEvent(store, change.event);
  const tasks = new Map(change.tasks.map((task) => [task.id, task]));
  return change.since.reduce(applyEvent, { ...store, tasks, loaded: true });
}

function applyEvent(store: TaskStore, event: TaskEvent): TaskStore {
  const tasks = new Map(store.tasks);
  if (event.type === "task.deleted" || !event.after) tasks.delete(event.thing_id);
  else tasks.set(event.thing_id, event.after);
  return { ...store, tasks };
}
