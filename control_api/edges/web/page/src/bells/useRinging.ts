import { useEffect } from "react";
import type { Receipt } from "../api/contract";
import { ring } from "./sound";

const LONGEST_MS = 10 * 60_000;

/** Sounds as long as one of the receipts rings; each for ten minutes at most. */
export function useRinging(shown: Receipt[]): void {
  const ringing = shown
    .filter((receipt) => receipt.rings)
    .map((receipt) => receipt.id)
    .join(" ");
  useEffect(() => {
    if (!ringing) return;
    const stop = ring();
    const timer = setTimeout(stop, LONGEST_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [ringing]);
}
