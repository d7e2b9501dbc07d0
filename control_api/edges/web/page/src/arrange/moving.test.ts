import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import type { Clock } from "../tasks/grouping";
import { PLAIN } from "../tasks/plain.fixture";
import { editTo, nextGroup, placed } from "./moving";

/** A Tuesday. */
const CLOCK: Clock = { zone: "UTC", day: "2026-11-24", time: "10:00" };
const task = (id: string, order: number | null, more: Partial<Task> = {}): Task => ({
  ...{ ...PLAIN, id, order, ...more },
});
const put = (group: Task[], id: string, before: string | null) =>
  placed(group, group.filter((each) => each.id === id), before)?.map(
    ({ task: { id: moved }, edit }) => `${moved} ${edit.order}`,
  );

describe("a task that is put between others", () => {
  it("gets the place that the same sentence gives it", () => {
    // "put eggs before milk", "move milk to the bottom" of tests/control_api/language.
    const list = [task("eggs", 3), task("milk", 5), task("bread", null)];
    expect(put(list, "milk", "eggs")).toEqual(["milk 2"]);
    expect(put(list, "bread", "milk")).toEqual(["bread 4"]);
    expect(put(list, "eggs", null)).toEqual(["bread 6", "eggs 7"]);
  });

  it("is the first that has a place where none has one", () => {
    const list = [task("a", null), task("b", null), task("c", null)];
    expect(put(list, "c", "a")).toEqual(["c 0"]);
    expect(put(list, "a", "c")).toEqual(["b 0", "a 1"]);
  });

  it("makes room when there is none left", () => {
    const list = [task("a", 1), task("b", 1 + Number.EPSILON), task("c", 9)];
    expect(put(list, "c", "b")).toEqual(["a 0", "c 1", "b 2"]);
  });

  it("may be one of several, which keep their order", () => {
    const list = [task("a", 0), task("b", 1), task("c", 4), task("d", 7)];
    const moved = placed(list, list.slice(2), "b")?.map(({ edit }) => edit.order);
    expect(moved).toEqual([1 / 3, 2 / 3]);
  });

  it("stays where too many ahead of it would need a place", () => {
    const list = Array.from({ length: 102 }, (_, nth) => task(`${nth}`, null));
    expect(put(list, "0", null)).toBeUndefined();
    expect(put(list.slice(0, 101), "0", null)).toHaveLength(101);
  });
});

describe("a task that is put into a group", () => {
  const due = { due: "2026-11-26T15:00:00" };

  it.each([
    ["today", "2026-11-24T15:00:00"],
    ["tomorrow", "2026-11-25T15:00:00"],
    ["later", "2026-11-30T15:00:00"],
    ["undated", null],
  ])("by date is due on a day of %s, at its time", (group, expected) => {
    expect(editTo(group, "due", task("a", null, due), CLOCK)?.due).toBe(expected);
  });

  it("of today has no time that is over", () => {
    const early = task("a", null, { due: "2026-11-23T08:00:00" });
    expect(editTo("today", "due", early, CLOCK)).toEqual({ due: "2026-11-24", time_zone: null });
  });

  it("is left alone where it is in it, and can't be made overdue", () => {
    expect(editTo("week", "due", task("a", null, due), CLOCK)).toEqual({});
    expect(editTo("overdue", "due", task("a", null, due), CLOCK)).toBeNull();
  });

  it("has its project, priority, first person or first tag", () => {
    const some = task("a", null, { tags: ["home", "bank"], assignees: ["Ann"], project: "House" });
    expect(editTo("Work", "project", some, CLOCK)).toEqual({ project: "Work" });
    expect(editTo("", "project", some, CLOCK)).toEqual({ project: null });
    expect(editTo("urgent", "priority", some, CLOCK)).toEqual({ priority: "urgent" });
    expect(editTo("bank", "tag", some, CLOCK)).toEqual({ tags: ["bank"] });
    expect(editTo("Bob", "person", some, CLOCK)).toEqual({ assignees: ["Bob"] });
    expect(editTo("", "tag", some, CLOCK)).toBeNull();
  });

  it("goes by key to the next group that takes it, whether or not something is in it", () => {
    const next = (more: Partial<Task>, direction: 1 | -1) =>
      nextGroup(task("a", null, more), direction, "due", [], CLOCK);
    expect(next({}, -1)).toBe("later");
    expect(next({ due: "2026-11-24" }, 1)).toBe("tomorrow");
    expect(next({ due: "2026-11-24" }, -1)).toBeNull();
    expect(next({}, 1)).toBeNull();
  });
});
