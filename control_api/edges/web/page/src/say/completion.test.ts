import { describe, expect, it } from "vitest";
import { begunAt, completed, completionsOf, type Names } from "./completion";

const NAMES: Names = {
  "#": ["bank", "Baking", "two for one"],
  "@": ["Anna Bell", "Ben"],
  "/": ["Home", "Home office"],
};
const offered = (text: string, caret = text.length) => {
  const begun = begunAt(text, caret);
  return begun && completionsOf(begun, NAMES);
};

describe("a name that is being typed", () => {
  it("begins with a sign in front of a word", () => {
    expect(begunAt("call Ben #ba", 12)).toEqual({ sign: "#", start: 9, end: 12, typed: "ba" });
    expect(begunAt("mail ben@mail.test", 18)).toBeNull();
    expect(begunAt("read and/or", 11)).toBeNull();
    expect(begunAt("call Ben", 8)).toBeNull();
  });

  it("is looked for before the caret, wherever that is", () => {
    expect(offered("call #b tomorrow", 7)).toEqual(["bank", "Baking"]);
    expect(offered("call #b tomorrow", 16)).toEqual([]);
  });

  it("may have spaces where a name has", () => {
    expect(offered("plan /home o")).toEqual(["Home office"]);
  });

  it("is completed by how names begin, then by how their words do", () => {
    expect(offered("#")).toEqual(["bank", "Baking", "two for one"]);
    expect(offered("#o")).toEqual(["two for one"]);
    expect(offered("@bel")).toEqual(["Anna Bell"]);
    expect(offered("@nobody")).toEqual([]);
  });

  it("is not offered when it is whole", () => {
    expect(offered("@ben")).toEqual([]);
    expect(offered("/home")).toEqual(["Home office"]);
  });

  it("stands in the place of its beginning, with the caret behind it", () => {
    const text = "call #b tomorrow";
    const begun = begunAt(text, 7);
    expect(begun && completed(text, begun, "bank")).toEqual({ text: "call #bank tomorrow", caret: 11 });
  });
});
