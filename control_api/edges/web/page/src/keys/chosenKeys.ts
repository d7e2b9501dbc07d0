import { useSyncExternalStore } from "react";
import { type Deed, type Keymap, keymapOf, USUAL } from "./keymap";

const STORED_UNDER = "saydo.keys";
const listeners = new Set<() => void>();
let known: { stored: string | null; keymap: Keymap } | null = null;

/** The keys as the person has them; the same object as long as nothing changes. */
export function keymap(): Keymap {
  const stored = localStorage.getItem(STORED_UNDER);
  if (known?.stored !== stored || !known) known = { stored, keymap: keymapOf(stored) };
  return known.keymap;
}

export function chooseKey(deed: Deed, key: string): void {
  store({ ...keymap(), [deed]: key });
}

/** All of them as they were. */
export const resetKeys = (): void => store(USUAL);

function store(next: Keymap): void {
  localStorage.setItem(STORED_UNDER, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export const useKeymap = (): Keymap => useSyncExternalStore(subscribe, keymap);
