import { type EventStreamHandlers, followEvents } from "../api/eventStream";

type Listener = Partial<EventStreamHandlers>;

/** The one event stream of the page, for all who want to hear of something. */
export class Events {
  readonly #listeners = new Set<Listener>();

  /** Tells the listener until the function returned is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Follows the stream until the function returned is called. */
  follow(): () => void {
    const each = (tell: (listener: Listener) => void) => {
      for (const listener of this.#listeners) tell(listener);
    };
    return followEvents({
      onOpen: () => each(({ onOpen }) => onOpen?.()),
      onTask: (event) => each(({ onTask }) => onTask?.(event)),
      onThing: (event) => each(({ onThing }) => onThing?.(event)),
      onReminder: (reminder) => each(({ onReminder }) => onReminder?.(reminder)),
      onProgress: (event) => each(({ onProgress }) => onProgress?.(event)),
      onAway: () => each(({ onAway }) => onAway?.()),
    });
  }
}
