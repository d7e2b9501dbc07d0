import { describe, expect, it } from "vitest";
import { ApiAwayError, ApiProblemError } from "../../api/http";
import { SETTINGS } from "../../words/settings";
import { problemWords } from "./useDoing";

const problem = (detail: string, fields?: Record<string, string>) =>
  new ApiProblemError({ type: "about:blank", title: "No", status: 422, detail, fields });

describe("why something could not be done", () => {
  it("is said in the words of the control API", () => {
    expect(problemWords(problem("That name is taken."))).toBe("That name is taken.");
  });

  it("has what is wrong with single fields in it, once", () => {
    expect(problemWords(problem("It is too short.", { password: "It is too short." }))).toBe(
      "It is too short.",
    );
    expect(problemWords(problem("Look again.", { url: "It must begin with https." }))).toBe(
      "Look again. It must begin with https.",
    );
  });

  it("is that nobody answered, when nobody did", () => {
    expect(problemWords(new ApiAwayError("away"))).toBe(SETTINGS.away);
  });
});
