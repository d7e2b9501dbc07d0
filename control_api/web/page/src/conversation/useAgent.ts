import { type TrackReference, useVoiceAssistant } from "@livekit/components-react";
import { useEffect, useState } from "react";
import type { Phase } from "./talkState";

/** How long an agent may take to join before the page says so, in milliseconds. */
const PATIENCE_MS = 12_000;

/** Saydo's own participant in the room: what it does, and whether it is there at all. */
export function useAgent(phase: Phase) {
  const { agent, state, audioTrack } = useVoiceAssistant();
  const present = phase === "on" && agent !== undefined;
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    setMissing(false);
    if (phase !== "on" || present) return;
    const timer = setTimeout(() => setMissing(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [phase, present]);

  return { present, missing, state, audioTrack: audioTrack as TrackReference | undefined };
}
