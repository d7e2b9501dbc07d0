import { expect, it } from "vitest";
import { isFar } from "./useSwipe";

it("takes a way along a row, and no small slip, for a swipe", () => {
  expect([40, -95, 96, -200].map((x) => isFar(x, 300))).toEqual([false, false, true, true]);
  expect(isFar(150, 700)).toBe(false);
});
