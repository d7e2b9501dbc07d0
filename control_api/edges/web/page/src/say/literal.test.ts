import { describe, expect, it } from "vitest";
import { isIn, stillIn } from "./literal";

describe("words that are to be taken as they are", () => {
  it("stand in a text as whole words only", () => {
    expect(isIn("call Sarah tomorrow", "tomorrow")).toBe(true);
    expect(isIn("the cat", "at")).toBe(false);
    expect(isIn("Müll raus", "ll")).toBe(false);
  });

  it("may have a sign in front, and any other sign in them", () => {
    expect(isIn("call Sarah #family", "#family")).toBe(true);
    expect(isIn("call Sarah #family-2", "#family")).toBe(true);
    expect(isIn("pay (at last) 3.50", "(at last) 3.50")).toBe(true);
  });

  it("are forgotten once the text has them no more", () => {
    const literal = ["tomorrow", "#family"];
    expect(stillIn("call Sarah tomorrow", literal)).toEqual(["tomorrow"]);
    expect(stillIn("call Sarah tomorrow #family", literal)).toBe(literal);
  });
});
