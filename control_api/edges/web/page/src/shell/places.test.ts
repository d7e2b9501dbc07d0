import { describe, expect, it } from "vitest";
import { pathOf, placeOf } from "./places";

describe("addresses", () => {
  it("are read back as what they were made of", () => {
    expect(placeOf(pathOf("today"))).toEqual({ segment: "today", rest: "" });
    expect(placeOf(pathOf("project", "a b/c"))).toEqual({ segment: "project", rest: "a b/c" });
    expect(placeOf("/settings/voice/")).toEqual({ segment: "settings", rest: "voice" });
  });

  it.each(["/", "/nowhere", "/today/more", "/project", "/project/", "/project/a/b"])(
    "are nowhere when there is nothing of the kind: %s",
    (path) => expect(placeOf(path)).toBeNull(),
  );
});
