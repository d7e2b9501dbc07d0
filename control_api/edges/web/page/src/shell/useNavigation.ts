import { useCallback, useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "wouter";
import type { Task } from "../api/contract";
import { type Place, placeOf, TASK_PARAM } from "./places";

export interface Navigation {
  place: Place | null;
  /** The task whose panel is open. */
  taskId: string | null;
  go: (path: string, options?: { replace?: boolean }) => void;
  openTask: (task: Pick<Task, "id">) => void;
  closeTask: () => void;
}

/** Where the person is, and the ways to other places; each is a step that Back takes back. */
export function useNavigation(): Navigation {
  const [path, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const taskId = params.get(TASK_PARAM);
  /** Whether the panel was opened here: closing it then goes back. */
  const isOpenedHere = useRef(false);
  /** What gets the focus back when the panel is closed. */
  const opener = useRef<Element | null>(null);

  const openTask = useCallback(
    ({ id }: Pick<Task, "id">) => {
      const isOpen = new URLSearchParams(location.search).has(TASK_PARAM);
      if (!isOpen) {
        isOpenedHere.current = true;
        opener.current = document.activeElement;
      }
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          after.set(TASK_PARAM, id);
          return after;
        },
        { replace: isOpen },
      );
    },
    [setParams],
  );
  const closeTask = useCallback(() => {
    if (isOpenedHere.current) return history.back();
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete(TASK_PARAM);
        return after;
      },
      { replace: true },
    );
  }, [setParams]);
  useEffect(() => {
    if (taskId) return;
    isOpenedHere.current = false;
    const back = opener.current?.isConnected ? opener.current : document.querySelector("main h1");
    if (opener.current && back instanceof HTMLElement) back.focus();
    opener.current = null;
  }, [taskId]);

  return { place: placeOf(path), taskId, go, openTask, closeTask };
}
