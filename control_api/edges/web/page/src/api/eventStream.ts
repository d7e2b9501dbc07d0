import {
  EVENT_TYPES,
  type EventType,
  type ProgressEvent,
  type Receipt,
  type ReminderEvent,
  type TaskEvent,
} from "./contract";
import { ROOT } from "../root";
import { WORKSPACE } from "./workspace";

const OF_TASKS = EVENT_TYPES.filter((type) => type.startsWith("task."));
const OF_OTHERS = EVENT_TYPES.filter((type) => !type.startsWith("task."));

// Browsers let no header be set.
const ADDRESS = `${ROOT}/api/v1/events${WORKSPACE === null ? "" : `?${new URLSearchParams({ workspace: WORKSPACE })}`}`;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** Of a change of anything but a task: what has changed. */
export interface ThingEvent {
  type: EventType;
  thing_id: string;
  /** The task that it is about. */
  task_id: string | null;
}

export interface EventStreamHandlers {
  /** The stream is open: what was missed before must be read again. */
  onOpen: () => void;
  onTask: (event: TaskEvent) => void;
  /** A project, a comment, a timer or the like has changed. */
  onThing: (event: ThingEvent) => void;
  onReminder: (reminder: Receipt) => void;
  /** A command is a step further. */
  onProgress: (event: ProgressEvent) => void;
  onAway: () => void;
}

/** Follows the event log until the function returned is called; comes back by itself after a break. */
export function followEvents(handlers: EventStreamHandlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;

  const open = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(ADDRESS);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      handlers.onOpen();
    };
    // The log is another one since a backup was put back.
    source.addEventListener("reset", handlers.onOpen);
    source.onerror = retryLater;
    for (const type of OF_TASKS) {
      source.addEventListener(type, (message) => {
        handlers.onTask(JSON.parse(String(message.data)) as TaskEvent);
      });
    }
    source.addEventListener("reminder", (message) => {
      handlers.onReminder((JSON.parse(String(message.data)) as ReminderEvent).reminder);
    });
    source.addEventListener("progress", (message) => {
      handlers.onProgress(JSON.parse(String(message.data)) as ProgressEvent);
    });
    for (const type of OF_OTHERS) {
      source.addEventListener(type, (message) => {
        handlers.onThing(JSON.parse(String(message.data)) as ThingEvent);
      });
    }
  };

  // EventSource gives up for good on an HTTP error, so the waiting is done here for every kind.
  const retryLater = () => {
    source?.close();
    handlers.onAway();
    clearTimeout(timer);
    timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  const retryNow = () => {
    if (source?.readyState !== EventSource.OPEN) open();
  };

  open();
  window.addEventListener("online", retryNow);
  return () => {
    window.removeEventListener("online", retryNow);
    clearTimeout(timer);
    source?.close();
  };
}
