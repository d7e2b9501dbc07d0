/** Of what a browser can hear or speak with. */
export type DeviceKind = "audioinput" | "audiooutput";

type Listener = (kind: DeviceKind, id: string) => void;

const storedUnder = (kind: DeviceKind) => `saydo.${kind}`;
const listeners = new Set<Listener>();

/** The device that was chosen in this browser; empty for what the system takes. */
export const chosenDevice = (kind: DeviceKind): string =>
  localStorage.getItem(storedUnder(kind)) ?? "";

/** Chooses a device for this and later conversations; empty for what the system takes. */
export function chooseDevice(kind: DeviceKind, id: string): void {
  localStorage.setItem(storedUnder(kind), id);
  for (const listener of listeners) listener(kind, id);
}

/** Hears of choices until the function returned is called. */
export function onDeviceChosen(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
