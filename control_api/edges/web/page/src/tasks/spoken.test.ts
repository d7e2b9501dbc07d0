import { describe, expect, it } from "vitest";
import { spoken, spokenDuration } from "./spoken";

const TODAY = "2026-11-24";

describe("a date as one would say it", () => {
  it.each([
    ["2026-11-24", null, "today"],
    ["2026-11-25", "15:00", "tomorrow at 3 PM"],
    ["2026-11-27", "09:30", "Friday at 9:30 AM"],
    ["2026-12-24", "00:00", "December 24 at 12 AM"],
    ["2027-01-02", "12:00", "January 2, 2027 at 12 PM"],
  ])("%s %s is %s", (day, time, words) => {
    expect(spoken({ day, time }, TODAY, "due")).toBe(words);
  });

  it("has an on before it where one says so", () => {
    expect(spoken({ day: "2026-11-27", time: null }, TODAY, "start")).toBe("on Friday");
    expect(spoken({ day: "2026-11-25", time: null }, TODAY, "start")).toBe("tomorrow");
  });
});

it.each([
  [45, "45 minutes"],
  [60, "1 hour"],
  [140, "2 hours and 20 minutes"],
])("%i minutes are %s", (minutes, words) => {
  expect(spokenDuration(minutes)).toBe(words);
});
