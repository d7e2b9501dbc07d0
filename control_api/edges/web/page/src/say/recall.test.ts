import { describe, expect, it } from "vitest";
import { recalled } from "./recall";

const SAID = ["first", "second"];

describe("what was said before", () => {
  it("comes back sentence by sentence, and goes again", () => {
    expect(recalled("", -1, SAID)).toBe("second");
    expect(recalled("second", -1, SAID)).toBe("first");
    expect(recalled("first", -1, SAID)).toBeNull();
    expect(recalled("first", 1, SAID)).toBe("second");
    expect(recalled("second", 1, SAID)).toBe("");
  });

  it("takes the place of nothing that is being typed", () => {
    expect(recalled("third", -1, SAID)).toBeNull();
    expect(recalled("third", 1, SAID)).toBeNull();
    expect(recalled("", 1, SAID)).toBeNull();
    expect(recalled("", -1, [])).toBeNull();
  });
});
