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

  it("must be read again when one comes back beside another of its moment", () => {
    const [first, second] = [task("Milk"), { ...task("Eggs"), id: "2" }];
    let store = changeStore(EMPTY_STORE, { kind: "read", tasks: [first, second], since: [] });
    store = changeStore(store, { kind: "event", event: event("task.deleted", null) });
    const back = event("task.restored", first);
    store = changeStore(store, { kind: "event", event: back });
    expect(titles(store)).toEqual(["Eggs", "Milk"]);
    expect(store.misplaced).toBe(back);
    store = changeStore(store, { kind: "read", tasks: [first, second], since: [back] });
    expect(titles(store)).toEqual(["Milk", "Eggs"]);
    expect(store.misplaced).toBe(null);
  });

  it("need not be read again for what is new, or made at another moment", () => {
    const later = { ...task("Eggs"), id: "2", created_at: "2026-11-25T09:00:00Z" };
    let store = changeStore(EMPTY_STORE, { kind: "read", tasks: [task("Milk")], since: [] });
    const restored = { ...event("task.restored", later), thing_id: "2" };
    store = changeStore(store, { kind: "event", event: restored });
    const bread = { ...task("Bread"), id: "3" };
    const made = { ...event("task.created", bread), thing_id: "3" };
    store = changeStore(store, { kind: "event", event: made });
    expect(titles(store)).toEqual(["Milk", "Eggs", "Bread"]);
    expect(store.misplaced).toBe(null);
  });
});
