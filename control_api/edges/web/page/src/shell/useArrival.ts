import { useEffect, useRef } from "react";
import { TEXTS } from "../texts";

/** Names the page after what it shows, and begins at its heading when one has gone there. */
export function useArrival(path: string, title: string): void {
  const before = useRef(path);
  useEffect(() => {
    document.title = title ? `${title} · ${TEXTS.name}` : TEXTS.name;
  }, [title]);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    // What has the focus by itself, such as a search field, keeps it.
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!document.activeElement?.matches("main input")) heading?.focus();
  }, [path]);
}
