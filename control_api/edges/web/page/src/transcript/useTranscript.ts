import { useCallback, useEffect, useState } from "react";
import { type Line, settled, withLines } from "./transcript";

const STORED_UNDER = "saydo.transcript";

interface Extras {
  at?: number;
  commandId?: string | null;
  options?: string[];
}

/** The conversation so far; it outlives a reload of the page, not the tab. */
export function useTranscript() {
  const [lines, setLines] = useState<Line[]>(stored);

  useEffect(() => {
    sessionStorage.setItem(STORED_UNDER, JSON.stringify(lines));
  }, [lines]);

  const add = useCallback(
    (news: Line[]) => setLines((before) => withLines(before, news)),
    [],
  );
  const say = useCallback(
    (speaker: Line["speaker"], text: string, extras: Extras = {}) =>
      add([{ id: newId(), speaker, text, at: Date.now(), interim: false, commandId: null, ...extras }]),
    [add],
  );
  /** Takes the Undo button away from the line whose command was taken back. */
  const spend = useCallback(
    (commandId: string) =>
      setLines((before) =>
        before.map((line) => (line.commandId === commandId ? { ...line, commandId: null } : line)),
      ),
    [],
  );
  const settle = useCallback(() => setLines(settled), []);

  return { lines, add, say, spend, settle };
}

/** Unique over the reloads of this tab; crypto.randomUUID is missing on plain http addresses. */
const newId = () => `typed-${Date.now()}-${Math.random()}`;

export const forgetTranscript = () => sessionStorage.removeItem(STORED_UNDER);

function stored(): Line[] {
  const text = sessionStorage.getItem(STORED_UNDER);
  return text ? settled(JSON.parse(text) as Line[]) : [];
}
