import { describe, expect, it } from "vitest";
import { begun, keepBeginning, OLD_HAND, readBeginning, withTask } from "./beginning";

/** As much of a browser's storage as is used here. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

describe("how somebody has begun", () => {
  it("is kept of each account by itself", () => {
    const kept = storage();
    keepBeginning(kept, "alice", OLD_HAND);
    expect(readBeginning(kept, "alice")).toEqual(OLD_HAND);
    expect(readBeginning(kept, "bob")).toBeNull();
  });

  it("is unknown when what is kept can't be read", () => {
    const kept = storage();
    kept.setItem("saydo.firstRun.alice", "{");
    expect(readBeginning(kept, "alice")).toBeNull();
  });

  it("tells how long it took to the first task, and to no later one", () => {
    const first = withTask(begun(1_000), 43_000);
    expect(first.firstTaskMs).toBe(42_000);
    expect(withTask(first, 99_000)).toBe(first);
  });

  it("measures nothing of who had tasks before", () => {
    expect(withTask(OLD_HAND, 5)).toBe(OLD_HAND);
  });
});
