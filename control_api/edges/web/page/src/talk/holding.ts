import type { KeyboardEvent, PointerEvent } from "react";
import type { Live } from "./live";

const KEYS = [" ", "Enter"];

/** What a button does that is held down to talk: by pointer, or by key for who has none. */
export function holding({ open, hush, state }: Pick<Live, "open" | "hush" | "state">) {
  const press = () => {
    if (state === "speaking") hush();
    open(true);
  };
  const release = () => open(false);
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      // Where the finger goes meanwhile does not matter.
      event.currentTarget.setPointerCapture(event.pointerId);
      press();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: (event: KeyboardEvent) => {
      if (!KEYS.includes(event.key)) return;
      event.preventDefault();
      if (!event.repeat) press();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (KEYS.includes(event.key)) release();
    },
    onBlur: release,
  };
}
