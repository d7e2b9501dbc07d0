import { useEffect, useState } from "react";
import type { DeviceKind } from "../../talk/devices";

/** The devices of a kind that the browser names: all of them once a microphone was allowed. */
export function useDevices(kind: DeviceKind): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    // Pages on plain http are not told of any.
    const source: MediaDevices | undefined = navigator.mediaDevices;
    if (!source) return;
    let gone = false;
    const read = async () => {
      const all = await source.enumerateDevices();
      // "default" is the system's own choice, which stands above the others anyway.
      const named = all.filter(
        (each) => each.kind === kind && each.deviceId && each.deviceId !== "default",
      );
      if (!gone) setDevices(named);
    };
    void read();
    source.addEventListener("devicechange", read);
    window.addEventListener(MICROPHONE_ALLOWED, read);
    return () => {
      gone = true;
      source.removeEventListener("devicechange", read);
      window.removeEventListener(MICROPHONE_ALLOWED, read);
    };
  }, [kind]);
  return devices;
}

/** Browsers say nothing by themselves when devices get their names. */
const MICROPHONE_ALLOWED = "saydo.microphoneAllowed";
export const tellMicrophoneAllowed = () => window.dispatchEvent(new Event(MICROPHONE_ALLOWED));
