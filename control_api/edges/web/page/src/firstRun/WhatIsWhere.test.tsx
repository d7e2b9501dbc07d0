import { describe, expect, it } from "vitest";
import { leavingWords } from "./WhatIsWhere";

const NEVER = {
  hearing_leaves: "never",
  thinking_leaves: "never",
  speaking_leaves: "never",
} as const;

describe("what may leave the machine", () => {
  it("is nothing where the person has it so", () => {
    expect(leavingWords(NEVER)).toContain("goes nowhere else");
  });

  it("is named part by part, and only where there is a provider elsewhere", () => {
    const words = leavingWords({ ...NEVER, hearing_leaves: "always", thinking_leaves: "questions" });
    expect(words).toContain("Only where a provider elsewhere was set up");
    expect(words).toContain(
      "the sound of your voice and your words, of questions that are not about your tasks,",
    );
    expect(words).not.toContain("answers");
  });
});
