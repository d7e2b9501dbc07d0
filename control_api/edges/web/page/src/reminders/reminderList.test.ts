import { describe, expect, it } from "vitest";
import type { Receipt } from "../types";
import { changeReminders } from "./reminderList";

const due: Receipt = {
  id: "r1",
  task_id: "t1",
  state: "due",
  text: "Reminder: call Sarah.",
  heard_by: null,
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
