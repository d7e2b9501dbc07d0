import { expect, it } from "vitest";
import { codeFrom } from "./signInCode";

it("finds the code in a pasted link, and takes anything else for the code itself", () => {
  expect(codeFrom("http://127.0.0.1:7300/#sign-in=abc.def-g_h")).toBe("abc.def-g_h");
  expect(codeFrom("  abc.def-g_h \n")).toBe("abc.def-g_h");
});
