import { type AgentState, type TrackReference, useVoiceAssistant } from "@livekit/components-react";
import { ParticipantEvent, type RemoteParticipant } from "livekit-client";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Phase } from "../talk/talkState";

/** How long an agent may take to join before the page says so, in milliseconds. */
const PATIENCE_MS = 12_000;

/** Saydo's own participant in the room: what it does, and whether it is there at all. */
export function useAgent(phase: Phase) {
  const { agent, audioTrack } = useVoiceAssistant();
  const state = useAgentState(agent);
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

/**
 * What the agent says that it does.
 *
 * The state of `useVoiceAssistant` misses a change that comes between its rendering and its
 * subscription, just when the agent joins: the page would wait for an agent that listens already.
 */
function useAgentState(agent: RemoteParticipant | undefined): AgentState {
  const subscribe = useCallback(
    (changed: () => void) => {
      agent?.on(ParticipantEvent.AttributesChanged, changed);
      return () => void agent?.off(ParticipantEvent.AttributesChanged, changed);
    },
    [agent],
  );
  const state = useSyncExternalStore(subscribe, () => agent?.attributes["lk.agent.state"]);
  return (state ?? "connecting") as AgentState;
}
