import { expect, test } from "vitest";
import type { Task } from "../api/contract";
import { marksOf } from "./marks";
import { PLAIN } from "./plain.fixture";

test("a plain task bears no marks", () => {
  expect(marksOf(PLAIN)).toEqual([]);
  expect(marksOf({ ...PLAIN, priority: "medium" })).toEqual([]);
});

test("whatever is special is said in a word or two", () => {
  const task: Task = {
    ...PLAIN,
    status: "in_progress",
    blocked: true,
    priority: "urgent",
    repeat: { rule: "FREQ=WEEKLY;BYDAY=MO" },
    tags: ["home"],
    assignees: ["Sarah"],
  };
  expect(marksOf(task)).toEqual([
    "In progress",
    "Waits for another task",
    "Urgent",
    "Weekly",
    "#home",
    "@Sarah",
  ]);
});

test("longer spaces between repeats are counted", () => {
  const repeat = { rule: "FREQ=DAILY;INTERVAL=3" };
  expect(marksOf({ ...PLAIN, repeat })).toEqual(["Every 3 days"]);
});
