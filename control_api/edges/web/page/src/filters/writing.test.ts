import { describe, expect, it } from "vitest";
import { type Condition, FIELDS, RELATIONS, written } from "./writing";

const condition = (
  field: Condition["field"],
  relation: Condition["relation"],
  value = "",
): Condition => ({ id: `${field} ${relation}`, field, relation, value });

describe("conditions in the filter language", () => {
  it.each<[Condition, string]>([
    [condition("status", "is", "open"), "open"],
    [condition("status", "not", "blocked"), "!blocked"],
    [condition("due", "before", " next friday "), "due before next friday"],
    [condition("due", "none"), "no date"],
    [condition("completed", "from", "2026-11-01"), "completed from 2026-11-01"],
    [condition("priority", "least", "high"), "priority >= high"],
    [condition("priority", "none"), "no priority"],
    [condition("project", "is", "Home & garden"), '/"Home & garden"'],
    [condition("tag", "not", "work"), "!#work"],
    [condition("person", "is", "Zoë"), "@Zoë"],
    [condition("person", "none"), "no assignee"],
    [condition("text", "has", 'say "hi" \\o/'), '"say \\"hi\\" \\\\o/"'],
  ])("%o", (one, text) => expect(written([one], "all")).toBe(text));

  it("are joined, and left out as long as they are not complete", () => {
    const some = [
      condition("status", "is", "open"),
      condition("tag", "is"),
      condition("priority", "is", "urgent"),
    ];
    expect(written(some, "all")).toBe("open & priority = urgent");
    expect(written(some, "any")).toBe("open | priority = urgent");
    expect(written([], "all")).toBe("");
  });

  it("have something to be compared by, whatever they are about", () => {
    for (const field of FIELDS) expect(RELATIONS[field].length).toBeGreaterThan(1);
  });
});
