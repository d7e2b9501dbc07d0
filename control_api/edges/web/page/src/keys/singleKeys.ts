import { useSyncExternalStore } from "react";

const STORED_UNDER = "saydo.singleKeys";
const listeners = new Set<() => void>();

/** Whether a single letter does something; who dictates, or is easily hit by mistake, says no. */
export const singleKeysOn = (): boolean => localStorage.getItem(STORED_UNDER) !== "off";

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORED_UNDER, on ? "on" : "off");
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn);
