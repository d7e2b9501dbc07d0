import { describe, expect, it } from "vitest";
import type { Task, TaskEvent } from "../api/contract";
import { PLAIN } from "./plain.fixture";
import { changeStore, EMPTY_STORE } from "./taskStore";

const task = (title: string): Task => ({ ...PLAIN, title });
const event = (type: TaskEvent["type"], after: Task | null): TaskEvent => ({
  kind: "task",
  id: 1,
  type,
  thing_id: "1",
  task_id: "1",
  command_id: "c1",
  at: "2026-11-24T09:00:00Z",
  source: "page",
  actor: "owner",
  before: null,
  after,
});
const titles = (store: typeof EMPTY_STORE) => [...store.tasks.values()].map(({ title }) => title);

describe("the tasks on the page", () => {
  it("follow the events", () => {
    let store = EMPTY_STORE;
    store = changeStore(store, { kind: "event", event: event("task.created", task("Call")) });
    expect(titles(store)).toEqual(["Call"]);
    store = changeStore(store, { kind: "event", event: event("task.updated", task("Call Bob")) });
    expect(titles(store)).toEqual(["Call Bob"]);
    store = changeStore(store, { kind: "event", event: event("task.deleted", null) });
    expect(titles(store)).toEqual([]);
    store = changeStore(store, { kind: "event", event: event("task.restored", task("Call Bob")) });
    expect(titles(store)).toEqual(["Call Bob"]);
  });

  it("keep what happened while the list was being read", () => {
    const since = [event("task.updated", task("newer"))];
    const store = changeStore(EMPTY_STORE, { kind: "read", tasks: [task("older")], since });
    expect(titles(store)).toEqual(["newer"]);
    expect(store.loaded).toBe(true);
  });
});
