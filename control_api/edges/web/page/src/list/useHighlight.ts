import { type RefObject, useEffect, useRef } from "react";

const SHOWN_MS = 1_800;
/** A row that appears with a change younger than this is new, not merely loaded. */
const YOUNG_MS = 5_000;

/** Lets a row glow for a moment when its task has just been made or changed. */
export function useHighlight(row: RefObject<HTMLElement | null>, updatedAt: string): void {
  const seen = useRef<string | null>(null);

  useEffect(() => {
    const first = seen.current === null;
    const changed = seen.current !== updatedAt;
    seen.current = updatedAt;
    const young = Math.abs(Date.now() - Date.parse(updatedAt)) < YOUNG_MS;
    if (!changed || (first && !young)) return;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const glow = getComputedStyle(row.current as HTMLElement).getPropertyValue("--glow");
    row.current?.animate([{ backgroundColor: glow }, { backgroundColor: "transparent" }], {
      duration: SHOWN_MS,
      easing: "ease-out",
    });
  }, [row, updatedAt]);
}
