import { describe, expect, it } from "vitest";
import type { Receipt } from "../api/contract";
import { changeReminders } from "./reminderList";

const due: Receipt = {
  id: "r1",
  task_id: "t1",
  title: "Call Sarah",
  at: "2026-11-24T09:00:00Z",
  state: "due",
  text: "Reminder: call Sarah.",
  blocked: false,
  fired_at: "2026-11-24T09:00:00Z",
  heard_at: null,
  heard_by: null,
  deliveries: [],
  bell_id: null,
  bell_kind: null,
  rings: false,
};

describe("changeReminders", () => {
  it("shows a reminder that goes out, once", () => {
    const delivered: Receipt = { ...due, state: "delivered" };
    expect(changeReminders(changeReminders([], due), delivered)).toEqual([delivered]);
  });

  it("takes away what was dealt with elsewhere", () => {
    expect(changeReminders([due], { ...due, state: "heard", heard_by: "page" })).toEqual([]);
    expect(changeReminders([due], { ...due, state: "heard", heard_by: "task" })).toEqual([]);
    expect(changeReminders([due], { ...due, state: "missed" })).toEqual([]);
  });

  it("keeps what was only spoken, so that it can be answered", () => {
    expect(changeReminders([due], { ...due, state: "heard", heard_by: "voice" })).toEqual([due]);
  });

  it("shows nothing that is yet to come", () => {
    expect(changeReminders([], { ...due, state: "planned" })).toEqual([]);
  });
});
