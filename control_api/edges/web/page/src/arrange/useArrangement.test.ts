import { expect, it } from "vitest";
import { read } from "./useArrangement";

it("keeps of what was stored what there still is", () => {
  expect(read(null)).toEqual({ group: "due", sort: "due" });
  expect(read('{"group":"tag","sort":"manual"}')).toEqual({ group: "tag", sort: "manual" });
  expect(read('{"group":"moon","sort":"priority"}')).toEqual({ group: "due", sort: "priority" });
});
