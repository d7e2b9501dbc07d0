import { createContext, type ReactNode, useContext } from "react";
import type { Phase, TalkState } from "./talkState";

/** What a conversation by voice is at, and what can be done with it. */
export interface Live {
  phase: Phase;
  state: TalkState;
  muted: boolean;
  /** Whether somebody in the room reads along. */
  agentPresent: boolean;
  start: () => void;
  /** Mutes and unmutes the microphone; asks for it where there is none. */
  toggle: () => void;
  /** Whether the microphone is open only while its button is held down. */
  isHeld: boolean;
  /** Opens the microphone, or closes it. */
  open: (wanted: boolean) => void;
  /** Stops the voice in the middle of what it says. */
  hush: () => void;
  leave: () => void;
  /** Says something in writing, in the room. */
  send: (text: string) => Promise<void>;
  /** The moving ring around the talk button. */
  ring: ReactNode;
  /** What stands in the way, and what to do about it. */
  notices: ReactNode;
  /** The choice of microphone and speaker. */
  devices: ReactNode;
}

export interface Talk {
  /** Null as long as the part of the page that can talk is not loaded. */
  live: Live | null;
  state: TalkState;
  /** Begins a conversation. */
  start: () => void;
  /** Loads the part that can talk, without beginning to. */
  load: () => void;
}

export const TalkContext = createContext<Talk | null>(null);

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error("There is nobody to talk to here.");
  return talk;
}
