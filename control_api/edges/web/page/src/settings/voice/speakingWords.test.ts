import { describe, expect, it } from "vitest";
import { minuteOptions, timesWords } from "./speakingWords";

describe("what is said of how one is spoken with", () => {
  it("calls once as fast the usual, and tells the rest in times", () => {
    expect([timesWords(1), timesWords(1.25), timesWords(0.7000000001)]).toEqual([
      "as usual",
      "1.25 times",
      "0.7 times",
    ]);
  });

  it("offers minutes from the shortest to never, the one that holds among them", () => {
    const words = minuteOptions([5, 60, 0], 45).map(([, each]) => each);
    expect(words).toEqual(["5 minutes", "45 minutes", "1 hour", "Never"]);
  });
});
