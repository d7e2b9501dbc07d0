import type { TalkState } from "../talk/talkState";

/** Loudness by frequency, low to high, each 0 to 1. */
export type Levels = Float32Array;

export const BANDS = 14;
const LAYERS = [
  { alpha: 0.34, reach: 0.55, turn: 0.00021 },
  { alpha: 0.2, reach: 0.8, turn: -0.00016 },
  { alpha: 0.1, reach: 1, turn: 0.00011 },
] as const;
/** Radius of the talk button, as a part of the canvas's half width; the ring lives outside it. */
const BUTTON_RADIUS = 0.52;
const FULL_TURN = 2 * Math.PI;

/** Movement for when there is no sound to show: a slow swell, a quicker one while at work. */
export function restingLevels(state: TalkState, now: number, into: Levels): void {
  const busy = state === "thinking" || state === "connecting" || state === "waiting";
  for (let band = 0; band < BANDS; band++) {
    const phase = (band / BANDS) * FULL_TURN;
    into[band] = busy
      ? 0.22 + 0.2 * Math.sin(now / 260 - phase)
      : 0.09 + 0.03 * Math.sin(now / 900 + phase);
  }
}

/** Draws the ring in the canvas's CSS colour. */
export function drawRing(canvas: HTMLCanvasElement, levels: Levels, now: number): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const half = canvas.width / 2;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = getComputedStyle(canvas).color;
  for (const layer of LAYERS) {
    context.globalAlpha = layer.alpha;
    fillBlob(context, half, outline(levels, layer.reach), now * layer.turn);
  }
}

/** Radii around the circle: the bands down one side and, mirrored, up the other. */
function outline(levels: Levels, reach: number): number[] {
  const room = 1 - BUTTON_RADIUS;
  const side = Array.from(levels, (level) => BUTTON_RADIUS + room * reach * (0.1 + 0.85 * level));
  return [...side, ...side.toReversed()];
}

function fillBlob(
  context: CanvasRenderingContext2D,
  half: number,
  radii: number[],
  turned: number,
): void {
  const points = radii.map((radius, index) => {
    const angle = turned + (index / radii.length) * FULL_TURN;
    return { x: half + Math.cos(angle) * radius * half, y: half + Math.sin(angle) * radius * half };
  });
  const at = (index: number) => points[index % points.length] ?? { x: half, y: half };
  const between = (index: number) => ({
    x: (at(index).x + at(index + 1).x) / 2,
    y: (at(index).y + at(index + 1).y) / 2,
  });
  context.beginPath();
  context.moveTo(between(0).x, between(0).y);
  for (let index = 1; index <= points.length; index++) {
    const next = between(index);
    context.quadraticCurveTo(at(index).x, at(index).y, next.x, next.y);
  }
  context.fill();
}
