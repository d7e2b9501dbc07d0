import { useState } from "react";
import { chooseDevice, chosenDevice, type DeviceKind } from "../../talk/devices";
import { TEXTS } from "../../texts";
import { Choice } from "../form/Field";
import { useDevices } from "./useDevices";

/** Which microphone is listened to, and which speaker is spoken from; this browser remembers it. */
export function Devices() {
  return (
    <div className="side-by-side">
      <DeviceChoice kind="audioinput" label={TEXTS.talk.microphone} />
      <DeviceChoice kind="audiooutput" label={TEXTS.talk.speaker} />
    </div>
  );
}

function DeviceChoice({ kind, label }: { kind: DeviceKind; label: string }) {
  const devices = useDevices(kind);
  const [chosen, setChosen] = useState(() => chosenDevice(kind));
  const isThere = devices.some(({ deviceId }) => deviceId === chosen);
  const options: [string, string][] = devices.map(({ deviceId, label: name }, position) => [
    deviceId,
    name || TEXTS.talk.unnamedDevice(position + 1),
  ]);

  return (
    <Choice
      label={label}
      value={isThere ? chosen : ""}
      options={[["", TEXTS.talk.systemDefault], ...options]}
      disabled={devices.length === 0}
      onChoose={(id) => {
        chooseDevice(kind, id);
        setChosen(id);
      }}
    />
  );
}
