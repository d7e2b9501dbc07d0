import { expect, it } from "vitest";
import { pluralIn } from "./plural";

it.each([
  ["en", "none: tasks, one: task, two: tasks"],
  ["de", "none: tasks, one: task, two: tasks"],
  ["fr", "none: task, one: task, two: tasks"],
  ["es", "none: tasks, one: task, two: tasks"],
])("%s has a plural of its own", (language, words) => {
  const some = pluralIn(language);
  const of = (count: number) => some(count, "task", "tasks");
  expect(`none: ${of(0)}, one: ${of(1)}, two: ${of(2)}`).toBe(words);
});
