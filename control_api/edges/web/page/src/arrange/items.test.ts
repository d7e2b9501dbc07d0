import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import type { Clock } from "../tasks/grouping";
import { PLAIN } from "../tasks/plain.fixture";
import { type Grouping, itemsOf } from "./items";

const CLOCK: Clock = { zone: "UTC", day: "2026-11-24", time: "10:00" };

const TASKS: Task[] = [
  { ...PLAIN, id: "1", title: "report", due: "2026-11-20", project: "Work", priority: "urgent" },
  { ...PLAIN, id: "2", title: "bins", due: "2026-11-24" },
  { ...PLAIN, id: "3", title: "milk", due: "2026-11-24", project: "Groceries", priority: "low" },
];

/** A list as it is read: its headings with what stands below each. */
const read = (by: Grouping | "completed", tasks = TASKS) =>
  itemsOf(tasks, by, CLOCK).map((item) =>
    item.kind === "heading" ? `${item.words} ${item.count}` : item.task.title,
  );

describe("a list", () => {
  it("is in groups by date, priority or project, empty ones left out", () => {
    expect(read("due")).toEqual(["Overdue 1", "report", "Today 2", "bins", "milk"]);
    expect(read("priority")).toEqual([
      ...["Urgent 1", "report", "Low priority 1", "milk", "No priority 1", "bins"],
    ]);
    expect(read("project")).toEqual([
      ...["No project 1", "bins", "Groceries 1", "milk", "Work 1", "report"],
    ]);
  });

  it("is in groups by the first person or tag of each", () => {
    const tasks: Task[] = [
      { ...PLAIN, id: "1", title: "call", assignees: ["Bob", "Ann"], tags: ["home"] },
      { ...PLAIN, id: "2", title: "bins" },
    ];
    expect(read("person", tasks)).toEqual(["For nobody 1", "bins", "@Bob 1", "call"]);
    expect(read("tag", tasks)).toEqual(["No tag 1", "bins", "#home 1", "call"]);
  });

  it("may do without groups, and has nothing when there is nothing", () => {
    expect(read("none")).toEqual(["report", "bins", "milk"]);
    expect(read("none", [])).toEqual([]);
    expect(read("due", [])).toEqual([]);
  });

  it("has what was completed by the day", () => {
    const done = (title: string, completed_at: string): Task => ({
      ...{ ...PLAIN, id: title, title, status: "completed", completed_at },
    });
    const tasks = [
      done("now", "2026-11-24T09:00:00Z"),
      done("then", "2026-11-23T09:00:00Z"),
      done("before", "2026-11-23T08:00:00Z"),
    ];
    expect(read("completed", tasks)).toEqual(["Today 1", "now", "Yesterday 2", "then", "before"]);
  });

  it("tells of each task its place, and which is the first and the last of its group", () => {
    const tasks = itemsOf(TASKS, "due", CLOCK).filter((item) => item.kind === "task");
    expect(tasks.map(({ place, isFirst, isLast }) => [place, isFirst, isLast])).toEqual([
      ...[
        [0, true, true],
        [1, true, false],
        [2, false, true],
      ],
    ]);
  });
});
