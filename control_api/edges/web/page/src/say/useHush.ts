import { useEffect } from "react";
import { useTalk } from "../talk/live";

/** Stops the voice, which Escape does, too; null while it does not speak. */
export function useHush(): (() => void) | null {
  const { live } = useTalk();
  const hush = live?.state === "speaking" ? live.hush : null;
  useEffect(() => {
    if (!hush) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) hush();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [hush]);
  return hush;
}
