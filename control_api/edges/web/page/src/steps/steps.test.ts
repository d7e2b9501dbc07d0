import { describe, expect, it } from "vitest";
import type { ProgressEvent } from "../api/contract";
import { changeSteps, type Steps } from "./steps";

const about: Omit<ProgressEvent, "command_id" | "stage" | "total" | "step" | "steps"> = {
  kind: "progress",
  type: "progress",
  at: "2026-11-24T09:00:00Z",
  source: "chat",
  actor: "owner",
  words: "",
  text: null,
  verdict: null,
  approval_id: null,
};

function told(stage: ProgressEvent["stage"], more: Partial<ProgressEvent> = {}): ProgressEvent {
  return { ...about, command_id: "c1", stage, total: 2, step: null, steps: [], ...more };
}

function planned(words: string[], command_id = "c1"): ProgressEvent {
  const steps = words.map((each) => ({ words: each }));
  return told("planned", { command_id, steps, total: words.length });
}

const PLAN = planned(["Add milk", "Add tea"]);

function after(...events: ProgressEvent[]): Steps | null {
  return events.reduce(changeSteps, null as Steps | null);
}

const states = (shown: Steps | null) => shown?.steps.map(({ state }) => state);

describe("the steps of a command", () => {
  it("are shown from the plan on, each as far as it is", () => {
    expect(states(after(PLAN))).toEqual(["waiting", "waiting"]);
    const tried = [PLAN, told("started", { step: 1 }), told("finished", { step: 1 })];
    expect(states(after(...tried))).toEqual(["tried", "waiting"]);
    expect(states(after(...tried, told("started", { step: 2 })))).toEqual(["tried", "trying"]);
  });

  it("are done all at once, at the end", () => {
    const steps = [told("finished", { step: 1 }), told("finished", { step: 2 })];
    const checked = after(PLAN, ...steps, told("checked", { verdict: "allowed" }));
    expect([states(checked), checked?.end]).toEqual([["tried", "tried"], null]);
    const done = after(PLAN, ...steps, told("done"));
    expect([states(done), done?.end]).toEqual([["done", "done"], "done"]);
  });

  it("are all left as they were when one of them fails", () => {
    const steps = [told("finished", { step: 1 }), told("started", { step: 2 })];
    const shown = after(PLAN, ...steps, told("rolled_back", { step: 2 }));
    expect([states(shown), shown?.end]).toEqual([["left", "failed"], "takenBack"]);
  });

  it("give way to the question when they need a yes, and are shown anew after it", () => {
    const asked = [PLAN, told("checked", { verdict: "needs_approval" }), told("rolled_back")];
    expect(after(...asked)).toBeNull();
    expect(states(after(...asked, told("approved"), PLAN))).toEqual(["waiting", "waiting"]);
  });

  it("are not shown of a command that has only one", () => {
    expect(after(planned(["Add milk"]), told("done"))).toBeNull();
    expect(after(PLAN, planned(["Add bread"], "c2"))).toEqual(after(PLAN));
  });

  it("are those of the newest command, whatever else goes on", () => {
    const newest = planned(["Add bread", "Add jam"], "c2");
    expect(after(PLAN, newest, told("done"))).toEqual(after(newest));
    expect(after(told("started", { step: 1 }))).toBeNull();
  });
});
