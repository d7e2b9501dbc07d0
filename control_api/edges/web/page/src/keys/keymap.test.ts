import { describe, expect, it } from "vitest";
import { DEEDS, keymapOf, keysOf, refusalOf, USUAL } from "./keymap";

describe("the keys", () => {
  it("are as usual, but for those that were chosen", () => {
    expect(keymapOf(null)).toEqual(USUAL);
    expect(keymapOf('{"edit":"r","moon":"q","date":7}')).toEqual({ ...USUAL, edit: "r" });
  });

  it("are told as they are now", () => {
    const { page, list } = keysOf({ ...USUAL, edit: "r", search: "j" });
    expect(list.map(({ shown }) => shown)).toContain("r");
    expect(page.map(({ shown }) => shown)).toContain("Ctrl J");
    expect(page.find(({ shown }) => shown === "Ctrl J")?.isSingle).toBe(false);
  });

  it("are each there for one thing", () => {
    expect(refusalOf(USUAL, "edit", "x")).toEqual({ taken: "select" });
    expect(refusalOf(USUAL, "edit", "e")).toBeNull();
    expect(refusalOf(USUAL, "edit", "r")).toBeNull();
    for (const deed of DEEDS) expect(refusalOf(USUAL, deed, USUAL[deed])).toBeNull();
  });

  it("that go with Control are others than those alone", () => {
    expect(refusalOf(USUAL, "search", "e")).toBeNull();
    expect(refusalOf(USUAL, "edit", "k")).toBeNull();
  });

  it("can't be what moves, chooses and closes everywhere", () => {
    for (const key of ["Tab", "Enter", " ", "Escape", "ArrowUp", "Shift"])
      expect(refusalOf(USUAL, "edit", key)).toEqual({ impossible: true });
    expect(refusalOf(USUAL, "search", "Delete")).toEqual({ impossible: true });
  });
});
