import { useMediaDeviceSelect } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useId } from "react";
import { chooseDevice } from "../talk/devices";
import { TEXTS } from "../texts";

/** Which microphone is listened to, and which speaker is spoken from. */
export function DeviceChoices({ room }: { room: Room }) {
  return (
    <>
      <DeviceChoice room={room} kind="audioinput" label={TEXTS.talk.microphone} />
      <DeviceChoice room={room} kind="audiooutput" label={TEXTS.talk.speaker} />
    </>
  );
}

interface ChoiceProps {
  room: Room;
  kind: "audioinput" | "audiooutput";
  label: string;
}

function DeviceChoice({ room, kind, label }: ChoiceProps) {
  const { devices, activeDeviceId } = useMediaDeviceSelect({ kind, room });
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
        onChange={(event) => chooseDevice(kind, event.target.value)}
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
