import { useEffect } from "react";
import { keymap } from "./chosenKeys";
import { DEEDS, type Deed } from "./keymap";
import { singleKeysOn } from "./singleKeys";

/** Whether keys are letters there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;

/** Calls what the key pressed is there for, unless the person is typing somewhere. */
export function useShortcuts(shortcuts: Partial<Record<Deed, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const isControl = event.ctrlKey || event.metaKey;
      if (!isControl && (isTyping(event.target) || !isOn(event.key))) return;
      const run = deedsOf(event.key, isControl).map((deed) => shortcuts[deed]).find(Boolean);
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [shortcuts]);
}

/** What a key is there for, held down with Control or alone. */
export function deedsOf(key: string, isControl = false): Deed[] {
  const chosen = keymap();
  const wanted = isControl ? key.toLowerCase() : key;
  return DEEDS.filter((deed) => (deed === "search") === isControl && chosen[deed] === wanted);
}

/** Whether a key does something: single letters may be switched off. */
export const isOn = (key: string): boolean => key.length > 1 || singleKeysOn();
