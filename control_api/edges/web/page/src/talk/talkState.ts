import type { AgentState } from "@livekit/components-react";

export type Phase = "off" | "connecting" | "on";

export type TalkState =
  | "off"
  | "connecting"
  | "waiting"
  | "listening"
  | "thinking"
  | "speaking"
  | "muted"
  | "typing"
  | "reconnecting";

export interface TalkSituation {
  phase: Phase;
  reconnecting: boolean;
  agentPresent: boolean;
  agentState: AgentState;
  microphone: "on" | "muted" | "none";
}

/** Whose turn it is, which everybody hears and nobody needs to be told. */
const TURNS: readonly TalkState[] = ["listening", "thinking", "speaking"];

/** The state to tell screen readers: that a conversation is on, not each turn in it. */
export const announcedState = (state: TalkState): TalkState =>
  TURNS.includes(state) ? "listening" : state;

/** What the page shows for a conversation: one word out of all that is known about it. */
export function talkState(situation: TalkSituation): TalkState {
  const { phase, reconnecting, agentPresent, agentState, microphone } = situation;
  if (phase !== "on") return phase;
  if (reconnecting) return "reconnecting";
  if (!agentPresent || agentState === "connecting" || agentState === "initializing")
    return "waiting";
  if (agentState === "thinking" || agentState === "speaking") return agentState;
  if (microphone === "none") return "typing";
  return microphone === "muted" ? "muted" : "listening";
}
