import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerOptions } from "./AnswerOptions";
import type { Line } from "./transcript";

const MINUTE_MS = 60_000;
const asked = (more: Partial<Line> = {}): Line => ({
  id: "a",
  speaker: "saydo",
  text: "Which one?",
  at: Date.now(),
  interim: false,
  commandId: null,
  options: ["Email Bob", "Email Anna"],
  ...more,
});

const send = () => Promise.resolve(true);
const buttons = (line: Line) =>
  renderToStaticMarkup(<AnswerOptions line={line} onChoose={send} />).match(
    /(?<=>)[^<>]+(?=<\/button>)/g,
  ) ?? [];

describe("the answers to a question back", () => {
  it("are buttons beside it", () => {
    expect(buttons(asked())).toEqual(["Email Bob", "Email Anna"]);
  });

  it("are gone once they are waited for no more: then they would be commands", () => {
    expect(buttons(asked({ at: Date.now() - 9 * MINUTE_MS }))).toHaveLength(2);
    expect(buttons(asked({ at: Date.now() - 10 * MINUTE_MS }))).toEqual([]);
  });

  it("may be missing in what a former page has kept", () => {
    expect(buttons(asked({ options: undefined }))).toEqual([]);
  });
});
