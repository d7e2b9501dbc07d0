import { describe, expect, it } from "vitest";
import { addressOf, browserOf } from "./push";

describe("the address of a browser", () => {
  it("has what its subscription has, and a name", () => {
    const keys = { p256dh: "BPoint", auth: "secret" };
    const address = addressOf({ endpoint: "https://push.example.com/a?b=1&c", keys }, "Firefox");
    const said = new URL(address);
    expect(said.protocol).toBe("webpush:");
    expect(Object.fromEntries(new URLSearchParams(address.split("?")[1]))).toEqual({
      endpoint: "https://push.example.com/a?b=1&c",
      ...keys,
      name: "Firefox",
    });
  });

  it("has no sign in its name that a name has not", () => {
    const address = addressOf({ endpoint: "https://p", keys: {} }, "Fire/fox <on> Linux".repeat(4));
    const name = new URLSearchParams(address.split("?")[1]).get("name") ?? "";
    expect(name).toMatch(/^Firefox on Linux/);
    expect(name).toHaveLength(40);
  });

  it("is told by its name once its secrets are hidden", () => {
    expect(browserOf("webpush://Firefox%20on%20Linux/****-0123456789ab")).toBe("Firefox on Linux");
    expect(browserOf("ntfys://ntfy.sh/****-0123456789ab")).toBeNull();
  });
});
