import { useCallback, useEffect, useState } from "react";
import type { TaskEvent } from "../api/contract";
import { useEvents } from "../data/context";
import { useSession } from "../session/session";
import { type Earned, type HintName, nextHint, NOTHING, withEvent, withTold } from "./earned";

const storedUnder = (accountId: string) => `saydo.hints.${accountId}`;

/** The hint that somebody has earned and not read yet; one at a time, and each once. */
export function useHints(): { hint: HintName | null; read: (name: HintName) => void } {
  const { id } = useSession().account;
  const [earned, setEarned] = useState(() => stored(id));
  useEffect(() => {
    // What another window has counted counts here, too.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === storedUnder(id)) setEarned(stored(id));
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [id]);

  const keep = useCallback(
    (change: (before: Earned) => Earned) => {
      const before = stored(id);
      const after = change(before);
      if (after === before) return;
      localStorage.setItem(storedUnder(id), JSON.stringify(after));
      setEarned(after);
    },
    [id],
  );
  useEvents({
    onTask: useCallback(
      (event: TaskEvent) => keep((before) => withEvent(before, event)),
      [keep],
    ),
  });
  const read = useCallback((name: HintName) => keep((before) => withTold(before, name)), [keep]);
  return { hint: nextHint(earned), read };
}

function stored(accountId: string): Earned {
  const text = localStorage.getItem(storedUnder(accountId));
  return text === null ? NOTHING : (JSON.parse(text) as Earned);
}
