import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { ProgressEvent, Receipt, TaskEvent } from "../api/contract";
import { readTasks } from "../api/control";
import { followEvents } from "../api/eventStream";
import { ApiProblemError } from "../api/http";
import { changeStore, EMPTY_STORE } from "./taskStore";

interface Options {
  /** All else must be read anew, too. */
  onOpen: () => void;
  onSignedOut: () => void;
  onReminder: (reminder: Receipt) => void;
  onBell: () => void;
  onProgress: (event: ProgressEvent) => void;
}

/** The person's tasks, kept as they are by the event stream. */
export function useTasks({ onOpen, onSignedOut, onReminder, onBell, onProgress }: Options) {
  const [store, change] = useReducer(changeStore, EMPTY_STORE);
  const [away, setAway] = useState(false);
  /** For each reading under way, the events that came meanwhile. */
  const readings = useRef(new Set<TaskEvent[]>());

  const read = useCallback(async (): Promise<boolean> => {
    const since: TaskEvent[] = [];
    readings.current.add(since);
    try {
      change({ kind: "read", tasks: await readTasks(), since });
      return true;
    } catch (reason) {
      if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
      return false;
    } finally {
      readings.current.delete(since);
    }
  }, [onSignedOut]);

  useEffect(
    () =>
      followEvents({
        onOpen: async () => {
          onOpen();
          setAway(!(await read()));
        },
        onEvent: (event) => {
          for (const since of readings.current) since.push(event);
          change({ kind: "event", event });
        },
        onNaming: () => void read(),
        onReminder,
        onBell,
        onProgress,
        onAway: () => {
          setAway(true);
          // The stream can't tell a lost session from a lost server; reading the list can.
          void read();
        },
      }),
    [read, onOpen, onReminder, onBell, onProgress],
  );

  useEffect(() => {
    if (store.misplaced) void read();
  }, [store.misplaced, read]);

  return { tasks: store.tasks, loaded: store.loaded, away, read };
}
