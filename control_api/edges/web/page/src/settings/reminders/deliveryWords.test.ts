import { describe, expect, it } from "vitest";
import { deliveryWords } from "./deliveryWords";

describe("what came of a reminder", () => {
  it("names the way, or the service that it was pushed to", () => {
    const at = "2026-11-24T09:00:00Z";
    expect(deliveryWords({ way: "page", state: "delivered", at })).toBe(
      "It has arrived: on a page that is open.",
    );
    expect(deliveryWords({ way: "push", to: "ntfy", state: "waiting", at })).toBe(
      "It is on its way: ntfy.",
    );
  });

  it("says why it failed", () => {
    const failed = { way: "push", to: "ntfy", state: "failed", at: "", error: "Nobody is there." };
    expect(deliveryWords({ ...failed, way: "push", state: "failed" })).toBe(
      "It has not arrived: ntfy. Nobody is there.",
    );
  });
});
