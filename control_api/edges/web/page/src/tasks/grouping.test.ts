import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import { dueOf } from "./due";
import { byCompletion, clockOf, dueKey, groupOf, sortedBy } from "./grouping";
import { PLAIN } from "./plain.fixture";

/** A Tuesday, 10:00 in Berlin. */
const NOW = new Date("2026-11-24T09:00:00Z");
const ZONE = "Europe/Berlin";

let made = 0;
function task(title: string, due: string | null, more: Partial<Task> = {}): Task {
  made += 1;
  const at = new Date(Date.UTC(2026, 10, 1) + made * 1000).toISOString();
  return {
    ...PLAIN,
    id: String(made),
    title,
    due,
    created_at: at,
    updated_at: at,
    ...more,
  };
}

const grouped = (...tasks: Task[]) =>
  tasks.map((task) => [task.title, groupOf(dueOf(task, ZONE), clockOf(NOW, ZONE))]);

const sorted = (...tasks: Task[]) =>
  sortedBy(tasks, (task) => dueKey(task, ZONE)).map(({ title }) => title);

describe("the groups of a list", () => {
  it("are those where a due date belongs", () => {
    expect(
      grouped(
        task("yesterday", "2026-11-23"),
        task("today", "2026-11-24"),
        task("tomorrow", "2026-11-25"),
        task("sunday", "2026-11-29"),
        task("next monday", "2026-11-30"),
        task("some day", null),
      ),
    ).toEqual([
      ["yesterday", "overdue"],
      ["today", "today"],
      ["tomorrow", "tomorrow"],
      ["sunday", "week"],
      ["next monday", "later"],
      ["some day", "undated"],
    ]);
  });

  it("takes a time that has passed today for overdue, but not an all-day task", () => {
    expect(
      grouped(
        task("at nine", "2026-11-24T09:00:00", { time_zone: ZONE }),
        task("at eleven", "2026-11-24T11:00:00", { time_zone: ZONE }),
        task("all day", "2026-11-24"),
      ),
    ).toEqual([
      ["at nine", "overdue"],
      ["at eleven", "today"],
      ["all day", "today"],
    ]);
  });

  it("moves a time fixed in another zone to the viewer's clock", () => {
    const call = task("call", "2026-11-24T20:00:00", { time_zone: "America/Los_Angeles" });
    expect(grouped(call)).toEqual([["call", "tomorrow"]]);
  });

});

describe("the order of a list", () => {
  it("is by day, all-day tasks before timed ones, those without a date last", () => {
    expect(
      sorted(
        task("some day", null),
        task("at eleven", "2026-11-24T11:00:00", { time_zone: ZONE }),
        task("tomorrow", "2026-11-25"),
        task("all day", "2026-11-24"),
      ),
    ).toEqual(["all day", "at eleven", "tomorrow", "some day"]);
  });

  it("leaves tasks that were made at the same moment as they are", () => {
    const together = { created_at: "2026-11-24T08:00:00Z" };
    const titles = ["bread", "milk", "apples"];
    const tasks = titles.map((title) => task(title, "2026-11-24", together));
    expect(sorted(...tasks)).toEqual(titles);
  });

  it("has what was completed last first", () => {
    const completed = (title: string, completed_at: string) =>
      task(title, null, { status: "completed", completed_at });
    const tasks = [
      completed("first", "2026-11-20T08:00:00Z"),
      completed("last", "2026-11-24T08:00:00Z"),
    ];
    expect(tasks.toSorted(byCompletion).map(({ title }) => title)).toEqual(["last", "first"]);
  });
});
