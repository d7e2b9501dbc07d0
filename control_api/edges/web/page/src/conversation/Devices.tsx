import { useMediaDeviceSelect } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { TEXTS } from "../texts";

interface Props {
  room: Room;
  onClose: () => void;
  /** Further choices. */
  children: ReactNode;
}

export function Devices({ room, onClose, children }: Props) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  return (
    <div className="devices card" role="group" aria-label={TEXTS.talk.devicesLabel} onKeyDown={onKey}>
      <DeviceChoice room={room} kind="audioinput" label={TEXTS.talk.microphone} />
      <DeviceChoice room={room} kind="audiooutput" label={TEXTS.talk.speaker} />
      {children}
      <button type="button" className="quiet" onClick={onClose}>
        {TEXTS.talk.closeDevices}
      </button>
    </div>
  );
}

interface ChoiceProps {
  room: Room;
  kind: "audioinput" | "audiooutput";
  label: string;
}

function DeviceChoice({ room, kind, label }: ChoiceProps) {
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind, room });
  const id = useId();
  // Before the microphone is allowed, browsers list devices without telling which they are.
  const known = devices.filter((device) => device.deviceId);

  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={known.some((device) => device.deviceId === activeDeviceId) ? activeDeviceId : ""}
        disabled={known.length === 0}
        onChange={(event) => void setActiveMediaDevice(event.target.value)}
      >
        {!known.some((device) => device.deviceId === activeDeviceId) && (
          <option value="">{TEXTS.talk.systemDefault}</option>
        )}
        {known.map((device, position) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || TEXTS.talk.unnamedDevice(position + 1)}
          </option>
        ))}
      </select>
    </>
  );
}
