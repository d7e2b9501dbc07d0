import { describe, expect, it } from "vitest";
import { ruleParts } from "../../tasks/repeats";
import { ruleOf } from "./RepeatEditor";

const chosen = { unit: "WEEKLY", interval: "1", days: [], until: "" } as const;
const rule = (before: string, more: Partial<Parameters<typeof ruleOf>[1]>) =>
  ruleOf(ruleParts(before), { ...chosen, ...more });

describe("the rule that is chosen", () => {
  it("has the unit, how many, its days and the end", () => {
    expect(rule("", {})).toBe("FREQ=WEEKLY");
    expect(rule("", { interval: "2", days: ["MO", "TH"], until: "2026-12-24" })).toBe(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261224",
    );
  });

  it("keeps what is not shown, as long as the unit is the same", () => {
    const before = "FREQ=MONTHLY;BYDAY=2TU;COUNT=5";
    expect(rule(before, { unit: "MONTHLY", interval: "3" })).toBe(`${before};INTERVAL=3`);
    expect(rule(before, { unit: "YEARLY" })).toBe("FREQ=YEARLY;COUNT=5");
  });

  it("has no more than one end", () => {
    expect(rule("FREQ=WEEKLY;COUNT=5", { until: "2026-12-24" })).toBe("FREQ=WEEKLY;UNTIL=20261224");
    expect(rule("FREQ=WEEKLY;UNTIL=20261224", {})).toBe("FREQ=WEEKLY");
  });
});
