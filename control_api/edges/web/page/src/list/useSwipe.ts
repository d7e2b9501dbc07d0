import { type RefObject, useEffect, useRef } from "react";

/** What a swipe comes to: to the right, to the left. */
export type Swipe = "done" | "later";

/** From here on it is known whether a finger goes along the row or scrolls, in pixels. */
const DECIDED_PX = 10;
/** So far a row has to be taken, in pixels, and of its width. */
const FAR_PX = 96;
const FAR_OF_WIDTH = 0.3;
/** So much further along than across it must go: a thumb scrolls in a bow. */
const ALONG = 1.5;

/**
 * Lets a row be swept away with a finger. Scrolling stays the browser's, as the style sheet has it
 * (`touch-action`): once it scrolls, the finger is none of ours.
 */
export function useSwipe(
  row: RefObject<HTMLElement | null>,
  isFree: boolean,
  onSwipe: (swipe: Swipe) => void,
): void {
  const latest = useRef(onSwipe);
  latest.current = onSwipe;

  useEffect(() => {
    const here = row.current;
    if (!here || !isFree) return;
    let begin: { id: number; x: number; y: number } | null = null;
    let isAlong = false;

    const settle = () => {
      begin = null;
      isAlong = false;
      here.style.transform = "";
      delete here.dataset.swipe;
      delete here.dataset.far;
    };
    const onDown = (event: PointerEvent) => {
      if (event.pointerType !== "touch" || !event.isPrimary) return;
      begin = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== begin?.id) return;
      const [x, y] = [event.clientX - begin.x, event.clientY - begin.y];
      if (!isAlong) {
        if (Math.hypot(x, y) < DECIDED_PX) return;
        if (Math.abs(x) < Math.abs(y) * ALONG) return settle();
        isAlong = true;
        here.setPointerCapture(event.pointerId);
      }
      here.style.transform = `translateX(${x}px)`;
      here.dataset.swipe = x > 0 ? "done" : "later";
      here.dataset.far = String(isFar(x, here.clientWidth));
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== begin?.id) return;
      const x = event.clientX - begin.x;
      const isMeant = isAlong && isFar(x, here.clientWidth);
      // What was under the finger must not take it for a press.
      if (isAlong) here.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => here.removeEventListener("click", swallow, { capture: true }));
      settle();
      if (isMeant) latest.current(x > 0 ? "done" : "later");
    };

    here.addEventListener("pointerdown", onDown);
    here.addEventListener("pointermove", onMove);
    here.addEventListener("pointerup", onUp);
    here.addEventListener("pointercancel", settle);
    return () => {
      settle();
      here.removeEventListener("pointerdown", onDown);
      here.removeEventListener("pointermove", onMove);
      here.removeEventListener("pointerup", onUp);
      here.removeEventListener("pointercancel", settle);
    };
  }, [row, isFree]);
}

/** Whether a row was taken far enough, by so many pixels, to mean it. */
export const isFar = (x: number, width: number): boolean =>
  Math.abs(x) >= Math.max(FAR_PX, width * FAR_OF_WIDTH);

const swallow = (event: Event) => {
  event.preventDefault();
  event.stopPropagation();
};
