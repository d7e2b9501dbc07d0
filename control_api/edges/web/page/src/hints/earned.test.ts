import { describe, expect, it } from "vitest";
import type { TaskEvent } from "../api/contract";
import { PLAIN } from "../tasks/plain.fixture";
import { type Earned, nextHint, NOTHING, withEvent, withTold } from "./earned";

let id = 0;
const event = (more: Partial<TaskEvent>): TaskEvent => ({
  ...{ kind: "task", id: ++id, type: "task.created", thing_id: "1", task_id: "1", command_id: "c" },
  ...{ at: "", source: "page", actor: "", before: null, after: { ...PLAIN, said: "add bins" } },
  ...more,
});
const done = () =>
  event({ type: "task.updated", before: PLAIN, after: { ...PLAIN, status: "completed" } });
const all = (events: TaskEvent[], before: Earned = NOTHING) => events.reduce(withEvent, before);

describe("a hint", () => {
  it("is earned by doing what shows the use for it, often enough", () => {
    expect(nextHint(all([event({}), event({})]))).toBeNull();
    expect(nextHint(all([event({}), event({}), event({})]))).toBe("search");
  });

  it("comes alone, and the next one once it is read", () => {
    const earned = all([event({}), event({}), event({}), done(), done(), done()]);
    expect(nextHint(earned)).toBe("search");
    expect(nextHint(withTold(earned, "search"))).toBe("keys");
    expect(nextHint(withTold(withTold(earned, "search"), "keys"))).toBeNull();
  });

  it("is not earned by what is done elsewhere, or by programs", () => {
    const elsewhere = event({ source: "voice" });
    const byHand = event({ after: PLAIN });
    expect(all([elsewhere, byHand])).toBe(NOTHING);
  });

  it("counts an event once, in however many windows it is heard of", () => {
    const same = event({});
    expect(all([same, same]).counts.typed).toBe(1);
  });

  it("of moving is earned by another date or project", () => {
    const moved = { before: PLAIN, type: "task.updated" } as const;
    const earned = all([
      event({ ...moved, after: { ...PLAIN, due: "2026-12-01" } }),
      event({ ...moved, after: { ...PLAIN, project_id: "p" } }),
      event({ ...moved, after: { ...PLAIN, title: "Boxes" } }),
    ]);
    expect(earned.counts.moved).toBe(2);
  });
});
