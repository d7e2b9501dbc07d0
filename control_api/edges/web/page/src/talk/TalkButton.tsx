import type { ReactNode } from "react";
import { MicrophoneIcon, MutedIcon } from "../Icons";
import { TEXTS } from "../texts";
import type { holding } from "./holding";
import type { TalkState } from "./talkState";

interface Props {
  state: TalkState;
  muted: boolean;
  ring: ReactNode;
  onStart: () => void;
  onToggle: () => void;
  /** What it does while it is held down, in a conversation in which one talks like that. */
  hold: ReturnType<typeof holding> | null;
  /** It may be wanted soon. */
  onNear: () => void;
}

/** Starts a conversation; during one it mutes and unmutes the microphone. */
export function TalkButton({ state, muted, ring, onStart, onToggle, hold, onNear }: Props) {
  const off = state === "off";
  const busy = state === "connecting";
  const toggle = muted ? TEXTS.talk.unmute : TEXTS.talk.mute;
  const openWords = state === "speaking" ? TEXTS.say.hush : toggle;
  const inTalkWords = hold ? TEXTS.talk.hold : openWords;

  return (
    <div className="talk" data-state={state}>
      {!off && ring}
      <button
        type="button"
        className="talk-button"
        aria-label={off ? TEXTS.talk.startLabel : busy ? TEXTS.state.connecting : inTalkWords}
        aria-busy={busy}
        aria-describedby="talk-state"
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={off ? onStart : busy || hold ? undefined : onToggle}
        {...(off || busy ? null : hold)}
      >
        {muted && !off ? <MutedIcon /> : <MicrophoneIcon />}
        {off && <span>{TEXTS.talk.start}</span>}
      </button>
    </div>
  );
}
