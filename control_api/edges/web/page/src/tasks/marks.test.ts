import { expect, test } from "vitest";
import type { Task } from "../api/contract";
import { marksOf } from "./marks";
import { PLAIN } from "./plain.fixture";

const words = (task: Task) => marksOf(task).map((mark) => mark.words);

test("a plain task bears no marks", () => {
  expect(marksOf(PLAIN)).toEqual([]);
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
  expect(words(task)).toEqual([
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
  expect(words({ ...PLAIN, repeat })).toEqual(["Every 3 days"]);
});

test("every priority is told, each as one", () => {
  for (const priority of ["low", "medium", "high", "urgent"] as const) {
    expect(marksOf({ ...PLAIN, priority })).toMatchObject([{ kind: "priority" }]);
  }
  expect(words({ ...PLAIN, priority: "medium" })).toEqual(["Medium priority"]);
});
