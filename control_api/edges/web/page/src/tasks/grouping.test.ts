import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import { groupTasks } from "./grouping";
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

function grouped(...tasks: Task[]): Record<string, string[]> {
  const { open } = groupTasks(tasks, NOW, ZONE);
  return Object.fromEntries(open.map(({ name, tasks }) => [name, tasks.map((t) => t.task.title)]));
}

describe("the task list", () => {
  it("puts each task where its due date belongs, and leaves empty groups out", () => {
    expect(
      grouped(
        task("yesterday", "2026-11-23"),
        task("today", "2026-11-24"),
        task("tomorrow", "2026-11-25"),
        task("sunday", "2026-11-29"),
        task("next monday", "2026-11-30"),
        task("some day", null),
      ),
    ).toEqual({
      overdue: ["yesterday"],
      today: ["today"],
      tomorrow: ["tomorrow"],
      week: ["sunday"],
      later: ["next monday"],
      undated: ["some day"],
    });
  });

  it("takes a time that has passed today for overdue, but not an all-day task", () => {
    expect(
      grouped(
        task("at nine", "2026-11-24T09:00:00", { time_zone: ZONE }),
        task("at eleven", "2026-11-24T11:00:00", { time_zone: ZONE }),
        task("all day", "2026-11-24"),
      ),
    ).toEqual({ overdue: ["at nine"], today: ["all day", "at eleven"] });
  });

  it("moves a time fixed in another zone to the viewer's clock", () => {
    const call = task("call", "2026-11-24T20:00:00", { time_zone: "America/Los_Angeles" });
    expect(grouped(call)).toEqual({ tomorrow: ["call"] });
  });

  it("shows what was completed last first", () => {
    const completed = (title: string, completed_at: string) =>
      task(title, null, { status: "completed", completed_at });
    const groups = groupTasks(
      [completed("first", "2026-11-20T08:00:00Z"), completed("last", "2026-11-24T08:00:00Z")],
      NOW,
      ZONE,
    );
    expect(groups.open).toEqual([]);
    expect(groups.completed.map(({ title }) => title)).toEqual(["last", "first"]);
  });

  it("leaves tasks that were made at the same moment in their order", () => {
    const together = { created_at: "2026-11-24T08:00:00Z" };
    const titles = ["bread", "milk", "apples"];
    const tasks = titles.map((title) => task(title, "2026-11-24", together));
    expect(grouped(...tasks)).toEqual({ today: titles });
  });

  it("shows what was made last first of what was completed at the same moment", () => {
    const done = { status: "completed", completed_at: "2026-11-24T08:00:00Z" } as const;
    const { completed } = groupTasks([task("a", null, done), task("b", null, done)], NOW, ZONE);
    expect(completed.map(({ title }) => title)).toEqual(["b", "a"]);
  });
});
