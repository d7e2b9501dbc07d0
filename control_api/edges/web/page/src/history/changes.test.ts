import { describe, expect, it } from "vitest";
import type { Task, TaskEvent } from "../api/contract";
import type { HistoryEvent } from "../api/details";
import { PLAIN } from "../tasks/plain.fixture";
import { deedsOf } from "./changes";

const ABOUT = { thing_id: "1", task_id: "1", at: "2026-11-24T10:00:00Z", actor: "owner" };
const event = (id: number, command_id: string, more: Partial<TaskEvent>): TaskEvent => ({
  ...{ ...ABOUT, kind: "task", id, command_id, type: "task.updated", source: "page" },
  ...{ before: PLAIN, after: PLAIN },
  ...more,
});
const lines = (...events: HistoryEvent[]) => deedsOf(events).map((deed) => deed.lines);
const changed = (fields: Partial<Task>, before: Partial<Task> = {}) =>
  lines(event(1, "a", { before: { ...PLAIN, ...before }, after: { ...PLAIN, ...fields } }));

describe("the history of a task", () => {
  it("tells each field that became another", () => {
    const fields: [Partial<Task>, string][] = [
      [{ title: "Glass" }, "Renamed, was “Bins”"],
      [{ status: "completed" }, "Completed"],
      [{ due: "2020-01-02" }, "Due: Jan 2, 2020"],
      [{ priority: "high" }, "Priority: High priority"],
      [{ project: "Home", project_id: "p" }, "Project: Home"],
      [{ tags: ["a", "b"] }, "Tags added: #a, #b"],
      [{ notes: "Blue ones" }, "Notes changed"],
      [{ duration_min: 90 }, "Takes: 1 h 30 min"],
      [{ repeat: { rule: "FREQ=DAILY" } }, "Repeat: every day"],
      [{ reminders: [{ before_min: 60 }] }, "Reminders added: 1 hour before it is due"],
      [{ depends_on: ["2"] }, "Dependency changed"],
    ];
    for (const [field, line] of fields) expect(changed(field)).toEqual([[line]]);
  });

  it("tells what is gone", () => {
    expect(changed({}, { due: "2020-01-02" })).toEqual([["Due removed"]]);
    expect(changed({}, { tags: ["a"] })).toEqual([["Tags removed: #a"]]);
  });

  it("does not take a project for another one that was renamed since", () => {
    expect(changed({ project_id: "p", project: "Home" }, { project_id: "p" })).toEqual([]);
  });

  it("has what one command did together, the newest command first", () => {
    const comment = { id: "c", task_id: "1", text: "Full", author: "", created_at: "", updated_at: "" };
    const told = lines(
      { ...ABOUT, kind: "comment", id: 3, command_id: "b", type: "comment.created", source: "voice", before: null, after: comment },
      event(2, "b", { after: { ...PLAIN, priority: "low" } }),
      event(1, "a", { type: "task.created", before: null }),
    );
    expect(told).toEqual([["Priority: Low priority", "Comment: “Full”"], ["Added"]]);
  });

  it("says nothing of what nobody would see", () => {
    expect(changed({ order: 3, updated_at: "2026-11-25T00:00:00Z" })).toEqual([]);
  });
});
