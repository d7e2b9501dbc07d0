import { describe, expect, it } from "vitest";
import type { CommandRecord } from "../api/around";
import { recordsOf, standingOf } from "./turns";

const command = (id: string, more: Partial<CommandRecord> = {}): CommandRecord => ({
  ...{ id, at: "", source: "page", actor: "owner", text: null, outcome: "done", reply: "" },
  ...{ can_undo: true, undone: false, undone_by: null },
  ...more,
});
const standing = (...records: CommandRecord[]) => {
  const { isUndone, turn } = standingOf("a", "Milk", recordsOf(records));
  return [isUndone, turn && `${turn.label} by ${turn.commandId}`];
};
const undone = (id: string, by: string) =>
  command(id, { can_undo: false, undone: true, undone_by: by });
const undoing = (id: string) => command(id, { can_undo: false });

describe("the way back from a command", () => {
  it("is to undo it, when it changed something", () => {
    expect(standing(command("a"))).toEqual([false, "Undo: Milk by a"]);
    expect(standing(command("a", { can_undo: false }))).toEqual([false, null]);
  });

  it("is to take back the undo, once it was undone", () => {
    expect(standing(undone("a", "b"), undoing("b"))).toEqual([true, "Redo: Milk by b"]);
  });

  it("is left to the control API when it is not on record here", () => {
    expect(standing()).toEqual([false, "Undo: Milk by a"]);
  });
});
