import { describe, expect, it } from "vitest";
import { PLAIN } from "./plain.fixture";
import { anchorsOf, reminderWords, withReminder } from "./reminding";

const TIMED = { ...PLAIN, due: "2026-11-25T15:00:00" };

describe("a reminder in words", () => {
  it.each([
    [{ before_min: 0 }, "When it is due"],
    [{ before_min: 30 }, "30 minutes before it is due"],
    [{ before_min: 90 }, "90 minutes before it is due"],
    [{ before_min: 60, anchor: "start" as const }, "1 hour before it starts"],
    [{ before_min: 1440, anchor: "deadline" as const }, "1 day before the deadline"],
    [{ at: "2026-11-25T09:00:00", time_zone: "UTC" }, "Tomorrow, 9:00 AM"],
  ])("%j is %s", (reminder, words) => {
    expect(reminderWords(reminder, "UTC", "2026-11-24")).toBe(words);
  });
});

describe("the first reminder of a task", () => {
  it("does not silence the one at its time that it has by itself", () => {
    expect(withReminder(TIMED, { before_min: 60 })).toEqual([{ before_min: 0 }, { before_min: 60 }]);
    expect(withReminder(TIMED, { before_min: 0 })).toEqual([{ before_min: 0 }]);
  });

  it("is the only one when the task has no time of day", () => {
    const all = withReminder({ ...PLAIN, due: "2026-11-25" }, { before_min: 60 });
    expect(all).toEqual([{ before_min: 60 }]);
  });
});

it("counts back only from what the task has", () => {
  expect(anchorsOf(PLAIN)).toEqual([]);
  expect(anchorsOf({ ...TIMED, deadline: "2026-12-01" })).toEqual(["due", "deadline"]);
});
