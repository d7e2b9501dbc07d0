import { expect, it } from "vitest";
import { codeFrom, invitationLink, ticketFrom } from "./signInCode";

it("finds the code in a pasted link, and takes anything else for the code itself", () => {
  expect(codeFrom("http://127.0.0.1:7300/#sign-in=abc.def-g_h")).toBe("abc.def-g_h");
  expect(codeFrom("  abc.def-g_h \n")).toBe("abc.def-g_h");
});

it("tells an invitation from a sign-in link", () => {
  const link = invitationLink("https://saydo.example.org/", "abc.d+e");
  expect(ticketFrom(link)).toEqual({ kind: "invitation", code: "abc.d+e" });
  expect(ticketFrom("http://127.0.0.1:7300/#sign-in=abc").kind).toBe("sign-in");
});
