import { useCallback, useEffect, useState } from "react";
import type { ProgressEvent } from "../api/contract";
import { changeSteps, type Steps } from "./steps";

const SHOWN_AFTER_END_MS = 4_000;
/** Nothing more is heard of a command whose server is away. */
const GIVEN_UP_MS = 20_000;

/** The steps of the command that is being handled, and a moment longer. */
export function useSteps() {
  const [shown, setShown] = useState<Steps | null>(null);
  const take = useCallback((event: ProgressEvent) => {
    setShown((before) => changeSteps(before, event));
  }, []);

  useEffect(() => {
    if (shown === null) return;
    const wait = shown.end === null ? GIVEN_UP_MS : SHOWN_AFTER_END_MS;
    const timer = setTimeout(() => setShown(null), wait);
    return () => clearTimeout(timer);
  }, [shown]);

  return { shown, take };
}
