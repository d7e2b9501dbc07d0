import { describe, expect, it } from "vitest";
import { repeatInWords } from "./repeats";

const TODAY = "2026-11-24";

describe("how a task comes again", () => {
  it.each([
    ["FREQ=DAILY", "every day"],
    ["FREQ=DAILY;INTERVAL=3", "every 3 days"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"],
    ["FREQ=WEEKLY;BYDAY=MO", "every week on Monday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU", "every 2 weeks on Monday, Thursday and Sunday"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st and 15th"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
    ["FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"],
    ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "every year on March 5"],
    ["FREQ=DAILY;UNTIL=20261225", "every day, until Dec 25"],
    ["FREQ=WEEKLY;COUNT=10", "every week, 10 more times"],
  ])("%s is %s", (rule, words) => {
    expect(repeatInWords({ rule }, TODAY)).toBe(words);
  });

  it("says when it counts from the day it was done", () => {
    const words = repeatInWords({ rule: "FREQ=DAILY;INTERVAL=3", basis: "completion" }, TODAY);
    expect(words).toBe("every 3 days, counted from when it is done");
  });
});
