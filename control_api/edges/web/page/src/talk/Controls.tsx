import { type KeyboardEvent, useRef, useState } from "react";
import { CloseIcon, DevicesIcon, MicrophoneIcon, MutedIcon } from "../Icons";
import { TEXTS } from "../texts";
import { useTalk } from "./live";

/** Mute, leave, and the choice of devices. */
export function Controls() {
  const { live, load } = useTalk();
  const [choosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const inConversation = live !== null && live.phase !== "off";
  const close = () => {
    setChoosing(false);
    button.current?.focus();
  };
  // Wherever the focus is: it stays on the button that has opened them.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !choosing) return;
    event.preventDefault();
    close();
  };

  return (
    <div className="controls" onKeyDown={onKey}>
      <div className="control-row">
        {inConversation && !live.isHeld && (
          <button
            type="button"
            className="control"
            aria-pressed={live.muted}
            onClick={live.toggle}
          >
            {live.muted ? <MutedIcon /> : <MicrophoneIcon />}
            {live.muted ? TEXTS.talk.unmuteShort : TEXTS.talk.muteShort}
          </button>
        )}
        {inConversation && (
          <button
            type="button"
            className="control leave"
            aria-label={TEXTS.talk.leaveLabel}
            onClick={live.leave}
          >
            <CloseIcon />
            {TEXTS.talk.leave}
          </button>
        )}
        <button
          ref={button}
          type="button"
          className="control"
          aria-expanded={choosing}
          onClick={() => {
            load();
            setChoosing(!choosing);
          }}
        >
          <DevicesIcon />
          {TEXTS.talk.devices}
        </button>
      </div>
      {choosing && (
        <div className="devices card" role="group" aria-label={TEXTS.talk.devicesLabel}>
          {live?.devices}
          <button type="button" className="quiet" onClick={close}>
            {TEXTS.talk.closeDevices}
          </button>
        </div>
      )}
    </div>
  );
}
