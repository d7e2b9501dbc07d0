import { useEffect, useState } from "react";
import { readText, type Sentence } from "../api/control";
import { viewerZone } from "../tasks/due";
import { type Understood, understood } from "./understood";

/** So long nobody types on before it is asked what the words mean. */
const PAUSE_MS = 120;

/**
 * What the words would do, by the reader that will read them. Only the newest answer counts; the
 * one before stays until it is there. Null while nothing is typed, and when nobody can be asked.
 */
export function useUnderstanding({ text, literal }: Sentence, isWanted: boolean): Understood | null {
  const [known, setKnown] = useState<Understood | null>(null);
  const said = text.trim();

  useEffect(() => {
    if (!said || !isWanted) {
      setKnown(null);
      return;
    }
    const asking = new AbortController();
    const ask = async () => {
      const outcome = await readText({ text: said, literal }, viewerZone(), asking.signal).catch(
        () => null,
      );
      if (!asking.signal.aborted) setKnown(outcome && understood(outcome));
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [said, literal, isWanted]);

  return known;
}
