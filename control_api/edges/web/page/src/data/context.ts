import { createContext, useContext, useEffect } from "react";
import type { EventStreamHandlers } from "../api/eventStream";
import type { Events } from "./events";
import type { News } from "./news";
import type { Outbox, Pending } from "../outbox/outbox";

/** What the page knows of the person's things, and how it comes to know and change them. */
export interface Data {
  events: Events;
  news: News;
  outbox: Outbox;
  /** What the person did that is not known to be kept. */
  waiting: readonly Pending[];
  /** Whether the control API can't be reached. */
  away: boolean;
}

export const DataContext = createContext<Data | null>(null);

export function useData(): Data {
  const data = useContext(DataContext);
  if (!data) throw new Error("There is no data around this.");
  return data;
}

/** Hears of what happens as long as the component is there; the handlers must keep their identity. */
export function useEvents(handlers: Partial<EventStreamHandlers>): void {
  const { events } = useData();
  const { onOpen, onTask, onThing, onReminder, onProgress, onAway } = handlers;
  useEffect(
    () => events.listen({ onOpen, onTask, onThing, onReminder, onProgress, onAway }),
    [events, onOpen, onTask, onThing, onReminder, onProgress, onAway],
  );
}
