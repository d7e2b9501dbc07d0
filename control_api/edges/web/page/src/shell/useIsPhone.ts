import { useSyncExternalStore } from "react";

/** As wide as the style sheets have it. */
const PHONE = window.matchMedia("(max-width: 54rem)");

function subscribe(listener: () => void): () => void {
  PHONE.addEventListener("change", listener);
  return () => PHONE.removeEventListener("change", listener);
}

/** Whether there is room for one thing at a time only. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => PHONE.matches);
