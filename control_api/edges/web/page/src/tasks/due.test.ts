import { describe, expect, it } from "vitest";
import { addDays, dueAloud, dueInGroup, dueOf, dueWords, endOfWeek, instantOf } from "./due";

const TODAY = "2026-11-24";

describe("due dates", () => {
  it("are worded as a person says them", () => {
    expect(dueWords({ day: TODAY, time: null }, TODAY)).toBe("Today");
    expect(dueWords({ day: "2026-11-25", time: null }, TODAY)).toBe("Tomorrow");
    expect(dueWords({ day: "2026-11-23", time: null }, TODAY)).toBe("Yesterday");
    expect(dueWords({ day: "2026-11-27", time: null }, TODAY)).toBe("Friday");
    expect(dueWords({ day: "2026-12-24", time: null }, TODAY)).toMatch(/Dec/);
    expect(dueWords({ day: "2027-01-02", time: null }, TODAY)).toMatch(/2027/);
    expect(dueWords({ day: TODAY, time: "15:00" }, TODAY)).toMatch(/^Today, (3:00\sPM|15:00)$/);
  });

  it("float with the person when they have no zone", () => {
    expect(dueOf({ due: "2026-11-24T15:00:00", time_zone: null }, "Asia/Tokyo")).toEqual({
      day: TODAY,
      time: "15:00",
    });
  });

  it("keep their instant when they have one", () => {
    expect(dueOf({ due: "2026-11-24T15:00:00", time_zone: "UTC" }, "Asia/Tokyo")).toEqual({
      day: "2026-11-25",
      time: "00:00",
    });
  });

  it("know the hour before and after the clocks change", () => {
    const zone = "Europe/Berlin";
    expect(instantOf("2026-10-24T12:00:00", zone).toISOString()).toBe("2026-10-24T10:00:00.000Z");
    expect(instantOf("2026-10-25T12:00:00", zone).toISOString()).toBe("2026-10-25T11:00:00.000Z");
    expect(instantOf("2026-03-29T03:30:00", zone).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  it("count over the ends of months and weeks", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(endOfWeek(TODAY)).toBe("2026-11-29");
    expect(endOfWeek("2026-11-29")).toBe("2026-11-29");
  });
});

describe("dueAloud", () => {
  it.each([
    { day: TODAY, time: null },
    { day: "2026-11-25", time: null },
    { day: "2026-11-25", time: "15:00" },
    { day: "2026-11-23", time: null },
    { day: "2026-11-27", time: "09:30" },
  ])("says the day and holds what is seen: %o", (due) => {
    expect(dueAloud(due, TODAY)).toContain(dueWords(due, TODAY));
    expect(dueAloud(due, TODAY)).toContain(dueInGroup(due, TODAY));
  });
});
