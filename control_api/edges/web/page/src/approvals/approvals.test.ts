import { describe, expect, it } from "vitest";
import type { Approval, Stage } from "../api/contract";
import { TEXTS } from "../texts";
import { endOf, goneWords, renewed, yesWords } from "./approvals";

const asked = (id: string, ...kinds: string[]): Approval => ({
  id,
  at: "2026-11-24T09:00:00Z",
  expires_at: "2026-11-24T09:05:00.000000Z",
  conversation: "",
  source: "voice",
  question: "Delete it? Say yes or no.",
  actions: kinds.map((type) => ({ type })),
  steps: kinds,
});

describe("the button that says yes", () => {
  it("says what would be done when all of it is of one kind", () => {
    expect(yesWords(asked("a", "delete_task", "delete_project"))).toBe("Yes, delete");
    expect(yesWords(asked("a", "update_task"))).toBe("Yes, change");
  });

  it("says no more than yes for a mixture, and for what has no word", () => {
    expect(yesWords(asked("a", "delete_task", "create_task"))).toBe("Yes");
    expect(yesWords(asked("a", "import_things"))).toBe("Yes");
    expect(yesWords(asked("a"))).toBe("Yes");
  });
});

describe("what is said of something that waits no more", () => {
  const within = new Date("2026-11-24T09:04:59Z");
  const after = new Date("2026-11-24T09:05:00Z");

  it("is how it was answered elsewhere", () => {
    expect(goneWords(asked("a"), "done", within)).toBe(TEXTS.approvals.answered.done);
    expect(goneWords(asked("a"), "declined", after)).toBe(TEXTS.approvals.answered.declined);
  });

  it("is that it was too late, once its time is over", () => {
    expect(goneWords(asked("a"), null, after)).toBe(TEXTS.approvals.late);
    expect(goneWords(asked("a"), null, within)).toBe(TEXTS.approvals.gone);
  });
});

describe("what waits", () => {
  it("may be other after the end of a command, and only then", () => {
    const stages: Stage[] = ["planned", "approved", "started", "finished", "checked"];
    expect(stages.map((stage) => endOf({ stage }))).toEqual([null, null, null, null, null]);
    expect(endOf({ stage: "rolled_back" })).toBe("rolled_back");
  });

  it("is the same list as long as the same waits, so that nothing moves", () => {
    const before = [asked("a"), asked("b")];
    expect(renewed(before, [asked("a"), asked("b")])).toBe(before);
    expect(renewed(before, [asked("b")]).map(({ id }) => id)).toEqual(["b"]);
    expect(renewed(before, [asked("a"), asked("c")]).map(({ id }) => id)).toEqual(["a", "c"]);
  });
});
