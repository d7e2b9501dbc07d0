import { describe, expect, it } from "vitest";
import type { Alarm, Timer } from "../api/contract";
import { alarmWords, clockWords, liveAlarms, liveTimers, secondsLeft } from "./remaining";

const NOW = new Date("2026-11-24T09:00:00Z");
const stamps = { created_at: "2026-11-24T08:00:00Z", updated_at: "2026-11-24T08:00:00Z" };

function timer(id: string, ends_at: string | null, left_s: number | null = null): Timer {
  return { id, seconds: 600, label: id, ends_at, left_s, ...stamps };
}

function alarm(at: string, more: Partial<Alarm> = {}): Alarm {
  const base = { id: at, at, time_zone: null, label: "", repeat: null, snoozed_until: null };
  return { ...base, ...stamps, ...more };
}

describe("a timer", () => {
  it("shows a second until it is over", () => {
    expect(secondsLeft(timer("egg", "2026-11-24T09:00:10Z"), new Date(+NOW + 9_001))).toBe(1);
    expect(secondsLeft(timer("egg", "2026-11-24T09:00:10Z"), new Date(+NOW + 10_000))).toBe(0);
  });

  it("keeps what is left while it is paused", () => {
    expect(secondsLeft(timer("egg", null, 65), NOW)).toBe(65);
  });

  it("is shown as a clock that counts down", () => {
    expect([0, 5, 65, 600, 3600, 3725, -3].map(clockWords)).toEqual([
      ...["0:00", "0:05", "1:05", "10:00", "1:00:00", "1:02:05", "0:00"],
    ]);
  });

  it("is off the list an hour after its end, and the next to end is the first", () => {
    const egg = timer("egg", "2026-11-24T09:01:00Z");
    const pasta = timer("pasta", "2026-11-24T09:05:00Z");
    const old = timer("old", "2026-11-24T07:59:00Z");
    expect(liveTimers([pasta, egg, old], NOW)).toEqual([egg, pasta]);
  });
});

describe("an alarm", () => {
  it("is shown with its day and time in the person's zone", () => {
    expect(alarmWords(alarm("2026-11-25T07:00:00"), NOW, "UTC")).toMatch(/^Tomorrow, 0?7:00/);
  });

  it("is shown when it is snoozed until", () => {
    const snoozed = alarm("2026-11-24T08:59:00", { snoozed_until: "2026-11-24T09:09:00Z" });
    expect(alarmWords(snoozed, NOW, "UTC")).toMatch(/^Today, 0?9:09/);
    expect(liveAlarms([snoozed], NOW, "UTC")).toEqual([snoozed]);
  });

  it("is off the list once it is over, unless it repeats", () => {
    const over = alarm("2026-11-24T07:00:00");
    const daily = alarm("2026-11-24T06:00:00", { repeat: { rule: "FREQ=DAILY" } as never });
    expect(liveAlarms([over, daily], NOW, "UTC")).toEqual([daily]);
  });
});
