import { expect, it } from "vitest";
import { partOf, partsOf, settingsTitle } from "./parts";

it("has a part for the owner that others don't have", () => {
  expect(partsOf({ is_owner: true })).toContain("people");
  expect(partsOf({ is_owner: false })).not.toContain("people");
  expect(partOf("people", { is_owner: false })).toBeNull();
});

it("knows each part by its address, and calls what is none of them the settings", () => {
  expect(partOf("voice", { is_owner: false })).toBe("voice");
  expect(partOf("nothing", { is_owner: true })).toBeNull();
  expect(settingsTitle("voice")).toBe("Voice");
  expect(settingsTitle("")).toBe("Settings");
});
