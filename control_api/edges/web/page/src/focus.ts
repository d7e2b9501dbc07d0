import { type RefObject, useLayoutEffect } from "react";

/**
 * Moves the focus on when the element goes from the page with it, to the first there is of the
 * `places`, a selector: it would be nowhere, and the next key would begin at the top.
 */
export function useFocusMovedOn(element: RefObject<HTMLElement | null>, places: string): void {
  useLayoutEffect(() => {
    const here = element.current;
    return () => {
      if (!here?.contains(document.activeElement)) return;
      // What comes in its place is there only once it is gone.
      queueMicrotask(() => document.querySelector<HTMLElement>(places)?.focus());
    };
  }, [element, places]);
}
