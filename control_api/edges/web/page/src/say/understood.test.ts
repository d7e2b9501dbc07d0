import { describe, expect, it } from "vitest";
import type { Outcome, Task } from "../api/contract";
import { TEXTS } from "../texts";
import { understood } from "./understood";

const outcome = (more: Partial<Outcome>): Outcome => ({
  outcome: "planned",
  actions: [],
  confidence: 1,
  reader: "sentences",
  complete: true,
  dangling: false,
  alternatives: [],
  reply: "",
  options: [],
  command_id: null,
  approval_id: null,
  tasks: [],
  freed: [],
  upcoming: {},
  parts: [],
  ...more,
});
const create = (title: string, more = {}) => ({ type: "create_task", title, ...more });
const tasks = (...titles: string[]) => titles.map((title) => ({ title })) as Task[];

describe("what words would do", () => {
  it("is a new task with its parts and the day that they come to", () => {
    const parts = [{ field: "due" as const, said: "tomorrow" }];
    expect(
      understood(outcome({ actions: [create("Call Sarah", { due: "2026-11-24" })], parts })),
    ).toEqual({
      kind: "makes",
      headline: TEXTS.say.newTask("Call Sarah"),
      parts,
      when: { due: "2026-11-24", time_zone: null },
    });
    const two = [create("Milk"), create("Eggs")];
    expect(understood(outcome({ actions: two }))?.headline).toBe(TEXTS.say.newTasks(2));
  });

  it("is a deed and the task that it is done to", () => {
    const completes = outcome({ actions: [{ type: "complete_task" }], tasks: tasks("Milk") });
    expect(understood(completes)).toMatchObject({ kind: "does", headline: "Completes: Milk" });
    const many = outcome({ actions: [{ type: "update_task" }], tasks: tasks("a", "b") });
    expect(understood(many)?.headline).toBe("Changes: 2 tasks");
    const other = outcome({ actions: [{ type: "stop_bell" }], reply: "Stopped." });
    expect(understood(other)?.headline).toBe("Stopped.");
  });

  it("is a question, an approval or an answer in its own words", () => {
    expect(understood(outcome({ outcome: "clarify", reply: "Which one?" }))?.kind).toBe("asks");
    const asks = understood(outcome({ outcome: "needs_approval", reply: "Delete it?" }));
    expect(asks?.headline).toContain("Delete it?");
    expect(understood(outcome({ outcome: "answered", reply: "Three." }))?.headline).toBe("Three.");
    const listed = outcome({ actions: [{ type: "list_tasks" }], reply: "Nothing." });
    expect(understood(listed)).toMatchObject({ kind: "tells", headline: "Nothing." });
  });

  it("is said to be none where there is none", () => {
    expect(understood(outcome({ outcome: "not_a_command" }))?.kind).toBe("unknown");
    expect(understood(outcome({ outcome: "refused" }))).toBeNull();
  });

  it("is never longer than a line or two", () => {
    const long = outcome({ outcome: "answered", reply: "word ".repeat(200) });
    expect(understood(long)?.headline.length).toBeLessThan(200);
  });
});
