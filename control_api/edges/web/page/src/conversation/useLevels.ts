import { createAudioAnalyser, type LocalAudioTrack, type RemoteAudioTrack } from "livekit-client";
import { useEffect, useRef } from "react";
import { BANDS, type Levels } from "./ring";

/** Voices lie between these, in hertz. */
const LOWEST = 90;
const HIGHEST = 4_500;
const ANALYSER = { fftSize: 1024, smoothingTimeConstant: 0.7, minDecibels: -82, maxDecibels: -28 };

export type ReadLevels = (into: Levels) => void;

/** Returns a reader of the track's loudness by frequency, for each frame drawn. */
export function useLevels(track: LocalAudioTrack | RemoteAudioTrack | undefined) {
  const reader = useRef<ReadLevels | null>(null);
  const source = track?.mediaStreamTrack;

  useEffect(() => {
    if (!track || !source) return;
    const { analyser, cleanup } = createAudioAnalyser(track, ANALYSER);
    const bins = new Uint8Array(analyser.frequencyBinCount);
    const edges = bandEdges(analyser.context.sampleRate / analyser.fftSize);
    reader.current = (into) => {
      analyser.getByteFrequencyData(bins);
      for (let band = 0; band < BANDS; band++) {
        into[band] = mean(bins, edges[band] ?? 0, edges[band + 1] ?? 0) / 255;
      }
    };
    return () => {
      reader.current = null;
      void cleanup();
    };
  }, [track, source]);

  return reader;
}

/** First bin of each band, evenly spaced for the ear, and the end of the last. */
function bandEdges(binWidth: number): number[] {
  return Array.from({ length: BANDS + 1 }, (_, band) =>
    Math.round((LOWEST * (HIGHEST / LOWEST) ** (band / BANDS)) / binWidth),
  );
}

function mean(bins: Uint8Array, from: number, to: number): number {
  const last = Math.max(to, from + 1);
  let sum = 0;
  for (let bin = from; bin < last; bin++) sum += bins[bin] ?? 0;
  return sum / (last - from);
}
