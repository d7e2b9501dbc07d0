import { describe, expect, it } from "vitest";
import type { Comment } from "../api/around";
import type { Task } from "../api/contract";
import type { Action } from "../api/control";
import { newId } from "../api/keys";
import { PLAIN } from "../tasks/plain.fixture";
import type { Pending } from "../outbox/outbox";
import { changedBy, commentsWith, partsWith } from "./overlay";

const AT = "2026-11-24T10:00:00Z";
const waiting = (...actions: Action[]): Pending[] =>
  actions.map((action) => ({ key: "k", actions: [action], before: [], at: AT }));
const part: Task = { ...PLAIN, id: "part", title: "Book a taxi", parent_id: "trip" };

describe("the parts of a task", () => {
  const add: Action = { type: "create_task", task_id: "new", title: "Pack", parent_id: "trip" };
  const titles = (...actions: Action[]) =>
    partsWith([part], waiting(...actions), "trip").map(({ title }) => title);

  it("have what the person adds, once", () => {
    expect(titles(add)).toEqual(["Book a taxi", "Pack"]);
    expect(titles(add, add)).toEqual(["Book a taxi", "Pack"]);
  });

  it("have nothing that is added elsewhere", () => {
    expect(titles({ ...add, parent_id: "other" })).toEqual(["Book a taxi"]);
  });

  it("are completed and deleted as the person does it", () => {
    const [done] = partsWith([part], waiting({ type: "complete_task", task_id: "part" }), "trip");
    expect(done?.status).toBe("completed");
    expect(titles({ type: "delete_task", task_id: "part" })).toEqual([]);
  });
});

describe("comments", () => {
  const said: Comment = {
    ...{ id: "c", task_id: "trip", text: "By train", author: "Bob" },
    ...{ created_at: AT, updated_at: AT },
  };
  const texts = (...actions: Action[]) =>
    commentsWith([said], waiting(...actions), "trip", "Alice").map(
      ({ author, text }) => `${author}: ${text}`,
    );

  it("are added, rewritten and deleted as the person does it", () => {
    const add: Action = {
      ...{ type: "create_comment", comment_id: "d", task_id: "trip", text: "Or by bus" },
    };
    expect(texts(add)).toEqual(["Bob: By train", "Alice: Or by bus"]);
    expect(texts({ ...add, task_id: "other" })).toEqual(["Bob: By train"]);
    expect(texts({ type: "update_comment", comment_id: "c", text: "By ship" })).toEqual([
      "Bob: By ship",
    ]);
    expect(texts({ type: "delete_comment", comment_id: "c" })).toEqual([]);
  });
});

describe("a task that waits for nothing any more", () => {
  const blocked: Task = { ...part, depends_on: ["a", "b"], blocked: true };
  const after = (depends_on: string[]) =>
    changedBy(blocked, { type: "update_task", task_id: "part", depends_on }, AT)?.blocked;

  it("is free at once; with one of two left only the control API knows", () => {
    expect(after([])).toBe(false);
    expect(after(["a"])).toBe(true);
  });
});

describe("the id of what is made here", () => {
  it("is a UUID, and no other has it", () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
