import type { Room } from "livekit-client";
import { useEffect } from "react";
import { chosenDevice, type DeviceKind, onDeviceChosen } from "../talk/devices";

/** Has the room hear and speak with the devices that were chosen, now and later. */
export function useChosenDevices(room: Room): void {
  useEffect(() => {
    const take = (kind: DeviceKind, id: string) => {
      // One that is not there any more is no reason to be silent: the system's is taken then.
      room.switchActiveDevice(kind, id || "default", false).catch(() => undefined);
    };
    for (const kind of ["audioinput", "audiooutput"] as const) {
      const id = chosenDevice(kind);
      if (id) take(kind, id);
    }
    return onDeviceChosen(take);
  }, [room]);
}
