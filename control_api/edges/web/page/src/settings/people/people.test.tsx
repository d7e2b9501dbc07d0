import { describe, expect, it } from "vitest";
import type { Account } from "../../api/owned";
import { ALICE, buttons, shown } from "../form/around.fixture";
import { Health } from "./Health";
import { People } from "./People";

const bob: Account = {
  ...{ id: "b", name: "", sign_in_name: "bob@example.org", is_owner: false },
  created_at: "2026-11-24T09:00:00Z",
};
const alice: Account = { ...bob, id: ALICE.id, name: "Alice", sign_in_name: null, is_owner: true };

describe("the people of this Saydo", () => {
  it("are called by their name, else by what they sign in with; the owner stays", () => {
    const html = shown(<People />, { read: [[["accounts"], [alice, bob]]] });
    expect(html).toContain("you · owner · no password");
    expect(html).toContain("signs in as bob@example.org");
    expect(buttons(html)).toEqual(["Remove"]);
    expect(html).toContain('aria-label="Remove bob@example.org"');
  });
});

describe("health", () => {
  it("says what is there, what is not, and what to do", () => {
    const condition = { database: true, livekit: false, versions: { saydo: "0.1.0" } };
    const html = shown(<Health />, { read: [[["condition"], condition]] });
    expect(html).toContain("Your tasks can be read and written.");
    expect(html).toContain("The voice server can&#x27;t be reached");
    expect(html).toContain("saydo 0.1.0");
  });
});
