import { describe, expect, it } from "vitest";
import { type Line, linesOf, settled, withLines } from "./transcript";

const line = (id: string, at: number, text = id): Line => ({
  id,
  speaker: "person",
  text,
  at,
  interim: false,
  commandId: null,
});
const ids = (lines: Line[]) => lines.map(({ id }) => id);

describe("the transcript", () => {
  it("stands in the order in which things were begun, whenever they arrive", () => {
    expect(ids(withLines([line("reply", 30)], [line("question", 10)]))).toEqual([
      "question",
      "reply",
    ]);
  });

  it("replaces an interim text and keeps its place", () => {
    const interim = { ...line("a", 10, "Call Sa"), interim: true };
    const lines = withLines([interim, line("b", 20)], [line("a", 25, "Call Sarah.")]);
    expect(lines.map(({ text }) => text)).toEqual(["Call Sarah.", "b"]);
    expect(lines[0]).toMatchObject({ at: 10, interim: false });
  });

  it("leaves out segments in which nothing was said", () => {
    const silent = { id: "a", fromPerson: true, text: "  ", sentAt: 1, final: false };
    expect(linesOf([silent], 0)).toEqual([]);
  });

  it("moves the sender's times to this page's clock", () => {
    const said = { id: "a", fromPerson: false, text: "Done.", sentAt: 1_000, final: true };
    expect(linesOf([said], 250)).toMatchObject([{ at: 1_250, speaker: "saydo", interim: false }]);
  });

  it("leaves nothing unfinished once nobody can finish it", () => {
    expect(settled([{ ...line("a", 1), interim: true }])).toMatchObject([{ interim: false }]);
  });
});
