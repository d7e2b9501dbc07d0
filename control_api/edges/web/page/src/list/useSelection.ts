import { useCallback, useMemo, useRef, useState } from "react";
import type { Task } from "../api/contract";

/** Which tasks of a list are chosen, to do the same with all of them. */
export function useSelection(tasks: Task[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Where a stretch that is chosen begins. */
  const anchor = useRef<string | null>(null);
  const latest = useRef(tasks);
  latest.current = tasks;
  const chosen = useMemo(() => tasks.filter((task) => ids.has(task.id)), [tasks, ids]);

  const toggle = useCallback((id: string) => {
    anchor.current = id;
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  /** Chooses all from the one chosen last up to this one. */
  const extendTo = useCallback((id: string, from: string) => {
    const place = (wanted: string | null) => latest.current.findIndex((task) => task.id === wanted);
    if (place(anchor.current) < 0) anchor.current = from;
    const [first = 0, last = 0] = [place(anchor.current), place(id)].sort((a, b) => a - b);
    setIds(new Set(latest.current.slice(Math.max(first, 0), last + 1).map((task) => task.id)));
  }, []);
  const clear = useCallback(() => {
    anchor.current = null;
    setIds(new Set());
  }, []);

  return { chosen, ids, toggle, extendTo, clear };
}
