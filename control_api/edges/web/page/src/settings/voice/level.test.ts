import { describe, expect, it } from "vitest";
import { HEARD_FROM, loudness } from "./level";

const tone = (height: number) =>
  Float32Array.from({ length: 480 }, (_, at) => height * Math.sin(at / 5));

describe("how loud a microphone is", () => {
  it("is nothing where there is no sound, and all where it is as loud as can be", () => {
    expect(loudness(new Float32Array(480))).toBe(0);
    expect(loudness(new Float32Array(0))).toBe(0);
    expect(loudness(tone(1))).toBe(1);
  });

  it("has a voice above what counts as heard, and the noise of a quiet room below", () => {
    expect(loudness(tone(0.05))).toBeGreaterThan(HEARD_FROM);
    expect(loudness(tone(0.003))).toBeLessThan(HEARD_FROM);
  });
});
