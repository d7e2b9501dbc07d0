import { describe, expect, it } from "vitest";
import type { Counts } from "../../api/owned";
import { countWords, fateWords } from "./countWords";
import { formatOf } from "./formatOf";

const counts = (more: Partial<Counts>): Counts => ({
  ...{ new: 0, changed: 0, restored: 0, same: 0, kept: 0, trashed: 0 },
  ...more,
});

describe("the format of a file", () => {
  it.each([
    ["Tasks.ICS", "ics"],
    ["todoist backup.zip", "todoist-csv"],
    ["todoist.json", "todoist-json"],
    ["list.csv", "csv"],
    ["saydo-2026-11-30.json", "saydo"],
    ["vikunja-export.zip", "vikunja"],
  ])("is told by its name: %s", (name, format) => {
    expect(formatOf(name)).toBe(format);
  });

  it("is the person's to say where its name is of several", () => {
    expect(formatOf("tasks.json")).toBeUndefined();
  });
});

describe("what an import does", () => {
  it("is told by kind, in ones and many, without what stays", () => {
    const all = { tag: counts({ new: 1 }), task: counts({ new: 1_200, changed: 2, same: 5 }) };
    expect(countWords(all)).toBe("1,202 tasks, 1 tag");
    expect(countWords({ task: counts({ same: 5 }) })).toBe("nothing that is not here already");
  });

  it("is told of each kind in full before it happens", () => {
    expect(fateWords(counts({ new: 3, same: 2, kept: 1 }))).toBe("3 new, 2 the same, 1 kept as here");
  });
});
