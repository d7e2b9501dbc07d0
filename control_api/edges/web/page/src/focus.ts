import { type RefObject, useLayoutEffect } from "react";

/**
 * Moves the focus on when the element goes from the page with it, to the first that is seen
 * of the `places`, a selector: it would be nowhere, and the next key would begin at the top.
 */
export function useFocusMovedOn(element: RefObject<HTMLElement | null>, places: string): void {
  useLayoutEffect(() => {
    const here = element.current;
    return () => {
      if (!here?.contains(document.activeElement)) return;
      // What comes in its place is there only once it is gone.
      queueMicrotask(() => {
        const found = [...document.querySelectorAll<HTMLElement>(places)];
        found.find((place) => place.checkVisibility())?.focus();
      });
    };
  }, [element, places]);
}
