import type { LocalAudioTrack, RemoteAudioTrack } from "livekit-client";
import { useEffect, useRef } from "react";
import { BANDS, drawRing, restingLevels } from "./ring";
import type { TalkState } from "../talk/talkState";
import { useLevels } from "./useLevels";

const CANVAS_SIZE = 640;
/** How much of the way to the newest loudness the ring goes in one frame: up fast, down slowly. */
const RISE = 0.5;
const FALL = 0.12;

interface Props {
  state: TalkState;
  track: LocalAudioTrack | RemoteAudioTrack | undefined;
}

/** The moving ring around the talk button; it follows the voice that is heard now. */
export function Ring({ state, track }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(new Float32Array(BANDS));
  const reader = useLevels(track);

  useEffect(() => {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = new Float32Array(BANDS);
    const heard = new Float32Array(BANDS);
    let frame = 0;

    const draw = (now: number) => {
      restingLevels(state, still ? 0 : now, target);
      reader.current?.(heard);
      for (let band = 0; band < BANDS; band++) {
        const goal = Math.max(target[band] ?? 0, reader.current ? (heard[band] ?? 0) : 0);
        const level = shown.current[band] ?? 0;
        shown.current[band] = level + (goal - level) * (goal > level ? RISE : FALL);
      }
      if (canvas.current) drawRing(canvas.current, shown.current, still ? 0 : now);
      frame = requestAnimationFrame(draw);
    };

    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [state, reader]);

  return (
    <canvas
      ref={canvas}
      className="ring"
      data-state={state}
      width={CANVAS_SIZE}
      height={CANVAS_SIZE}
      aria-hidden="true"
    />
  );
}
