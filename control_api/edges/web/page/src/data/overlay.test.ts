import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import type { Action } from "../api/control";
import type { Clock } from "../tasks/grouping";
import { PLAIN } from "../tasks/plain.fixture";
import { ALL, COMPLETED, filterView, projectView, TODAY, type View } from "../views/views";
import { changesIn } from "./outcomes";
import type { Pending } from "../outbox/outbox";
import { withPending } from "./overlay";

const CLOCK: Clock = { zone: "UTC", day: "2026-11-24", time: "10:00" };
const AT = "2026-11-24T10:00:00Z";
const FILTER = filterView({ id: "f", name: "Urgent", query: "p1" });

const milk: Task = { ...PLAIN, id: "milk", title: "Milk", due: "2026-11-24" };
const pending = (action: Action, before: Task[] = [milk]): Pending => ({
  ...{ key: "k", actions: [action], before, at: AT },
});
const titles = (view: View, shown: Task[], ...actions: Action[]) =>
  withPending(
    shown,
    actions.map((action) => pending(action)),
    view,
    CLOCK,
  ).map(({ title }) => title);

describe("what the person did", () => {
  it("is seen at once", () => {
    const rename: Action = { type: "update_task", task_id: "milk", title: "Oat milk" };
    expect(titles(ALL, [milk], rename)).toEqual(["Oat milk"]);
    expect(titles(ALL, [milk], { type: "delete_task", task_id: "milk" })).toEqual([]);
    const move: Action = { type: "update_task", task_id: "milk", due: "2026-11-25" };
    expect(titles(TODAY, [milk], move)).toEqual([]);
  });

  it("takes a task from one list and puts it into another", () => {
    const complete: Action = { type: "complete_task", task_id: "milk" };
    expect(titles(ALL, [milk], complete)).toEqual([]);
    expect(titles(COMPLETED, [], complete)).toEqual(["Milk"]);
    expect(titles(FILTER, [milk], complete)).toEqual([]);
    const move: Action = { type: "update_task", task_id: "milk", project: "Groceries" };
    const before = projectView({ id: "p", name: "Home", colour: null, archived: false });
    expect(titles(before, [{ ...milk, project: "Home", project_id: "p" }], move)).toEqual([]);
  });

  it("is seen in the order in which it was done", () => {
    const complete: Action = { type: "complete_task", task_id: "milk" };
    const reopen: Action = { type: "reopen_task", task_id: "milk" };
    expect(titles(ALL, [milk], complete, reopen)).toEqual(["Milk"]);
    expect(titles(ALL, [milk], complete, reopen, complete)).toEqual([]);
  });

  it("leaves everything else as it is", () => {
    const bread = { ...PLAIN, id: "bread", title: "Bread" };
    const shown = [milk, bread];
    expect(withPending(shown, [], ALL, CLOCK)).toBe(shown);
    expect(titles(ALL, shown, { type: "delete_task", task_id: "bread" })).toEqual(["Milk"]);
    expect(titles(ALL, shown, { type: "undo", command_id: "c" })).toEqual(["Milk", "Bread"]);
  });
});

describe("an answer", () => {
  const outcome = {
    ...{ outcome: "done" as const, actions: [], confidence: 1, reader: null, complete: true },
    ...{ dangling: false, alternatives: [], reply: "Done.", options: [], parts: [], command_id: "c" },
    ...{ approval_id: null, freed: [], upcoming: {} },
  };

  it("tells of the tasks before the event stream does", () => {
    const weekly = { ...milk, due: "2026-12-01" };
    const complete = pending({ type: "complete_task", task_id: "milk" });
    expect(changesIn({ ...outcome, tasks: [weekly] }, complete)).toEqual([
      { id: "milk", task: weekly },
    ]);
    const remove = pending({ type: "delete_task", task_id: "milk" });
    expect(changesIn({ ...outcome, tasks: [] }, remove)).toEqual([{ id: "milk", task: null }]);
  });

  it("tells of no change when nothing was done", () => {
    const complete = pending({ type: "complete_task", task_id: "milk" });
    expect(changesIn({ ...outcome, outcome: "refused", tasks: [] }, complete)).toEqual([]);
  });
});
