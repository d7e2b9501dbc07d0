import type { Room } from "livekit-client";
import { type ReactNode, useState } from "react";
import { CloseIcon, DevicesIcon, MicrophoneIcon, MutedIcon } from "../Icons";
import { TEXTS } from "../texts";
import { Devices } from "./Devices";

interface Props {
  room: Room;
  inConversation: boolean;
  muted: boolean;
  onToggle: () => void;
  onLeave: () => void;
  settings: ReactNode;
}

/** Mute, leave, and the choice of devices and what else is chosen once. */
export function Controls(props: Props) {
  const { room, inConversation, muted, onToggle, onLeave, settings } = props;
  const [choosing, setChoosing] = useState(false);

  return (
    <div className="controls">
      <div className="control-row">
        {inConversation && (
          <button type="button" className="control" aria-pressed={muted} onClick={onToggle}>
            {muted ? <MutedIcon /> : <MicrophoneIcon />}
            {muted ? TEXTS.talk.unmuteShort : TEXTS.talk.muteShort}
          </button>
        )}
        {inConversation && (
          <button
            type="button"
            className="control leave"
            aria-label={TEXTS.talk.leaveLabel}
            onClick={onLeave}
          >
            <CloseIcon />
            {TEXTS.talk.leave}
          </button>
        )}
        <button
          type="button"
          className="control"
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          <DevicesIcon />
          {TEXTS.talk.devices}
        </button>
      </div>
      {choosing && (
        <Devices room={room} onClose={() => setChoosing(false)}>
          {settings}
        </Devices>
      )}
    </div>
  );
}
