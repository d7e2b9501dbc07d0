import { afterEach, expect, it } from "vitest";
import type { Problem } from "../api/contract";
import { showLanguage } from "./shown";
import { ApiProblemError } from "../api/http";

const problem = (type: string) =>
  new ApiProblemError({ type, title: "No.", status: 507, detail: "The disk is full." });

afterEach(() => showLanguage("en"));

it("says in English what the control API says", () => {
  expect(problem("urn:saydo:problem:storage-full").message).toBe("The disk is full.");
});

it("takes what has no kind", () => {
  const health = { title: "Service Unavailable", status: 503 };
  expect(new ApiProblemError(health as Problem).message).toBe("Service Unavailable");
});

it("says in another language what kind of problem it is, where that says enough", async () => {
  await showLanguage("de");
  expect(problem("urn:saydo:problem:storage-full").message).toContain("Die Platte ist voll");
  expect(problem("urn:saydo:problem:invalid-input").message).toBe("The disk is full.");
});
