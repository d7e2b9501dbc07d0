import type { LocalAudioTrack, RemoteAudioTrack } from "livekit-client";
import { MicrophoneIcon, MutedIcon } from "../Icons";
import { TEXTS } from "../texts";
import { Ring } from "./Ring";
import type { TalkState } from "./talkState";

interface Props {
  state: TalkState;
  muted: boolean;
  track: LocalAudioTrack | RemoteAudioTrack | undefined;
  onStart: () => void;
  onToggle: () => void;
}

/** Starts a conversation; during one it mutes and unmutes the microphone. */
export function TalkButton({ state, muted, track, onStart, onToggle }: Props) {
  const off = state === "off";
  const busy = state === "connecting";
  const inTalkWords = muted ? TEXTS.talk.unmute : TEXTS.talk.mute;

  return (
    <div className="talk" data-state={state}>
      {!off && <Ring state={state} track={track} />}
      <button
        type="button"
        className="talk-button"
        aria-label={off ? TEXTS.talk.startLabel : busy ? TEXTS.state.connecting : inTalkWords}
        aria-busy={busy}
        aria-describedby="talk-state"
        onClick={off ? onStart : busy ? undefined : onToggle}
      >
        {muted && !off ? <MutedIcon /> : <MicrophoneIcon />}
        {off && <span>{TEXTS.talk.start}</span>}
      </button>
    </div>
  );
}
