import type { Outcome, Task } from "../api/contract";
import { type Action, runActions, runText, type Sentence } from "../api/control";
import { ApiAwayError, ApiProblemError } from "../api/http";
import { newKey } from "../api/keys";
import { viewerZone } from "../tasks/due";

/** Something the person did that is not known to be kept yet. */
export interface Pending {
  /** With which it is sent, however often: nothing is done twice. */
  key: string;
  actions: Action[];
  /** The tasks it is about, as they were before. */
  before: Task[];
  /** ISO time at which it was done. */
  at: string;
  /** It was said: the words, in place of actions. */
  said?: Sentence;
}

interface Options {
  /** What is kept in the browser is that of one account in one workspace. */
  scope: string;
  storage: Storage;
  /** It was answered; the promise is waited for before it counts as over. */
  onAnswer: (outcome: Outcome, pending: Pending) => void;
  onRefused: (reason: string, pending: Pending) => void;
  onSignedOut: () => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** Too many at once, or a request that did not get through in time: the same may be sent again. */
const TRY_AGAIN = [408, 429];

/**
 * What the person did, sent in the order in which it was done. What can't be sent stays, over
 * reloads of the page too, and is sent again until it is answered.
 */
export class Outbox {
  readonly #options: Options;
  readonly #prefix: string;
  #waiting: readonly Pending[];
  readonly #listeners = new Set<() => void>();
  #sending = false;
  #closed = false;
  #wait = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#prefix = `saydo.outbox.${options.scope}.`;
    this.#waiting = this.#stored();
  }

  /** What waits, the first done first; the same array as long as nothing changes. */
  readonly waiting = (): readonly Pending[] => this.#waiting;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends it as soon as all that was done before has been answered. */
  add(actions: Action[], before: Task[] = []): void {
    this.#put({ key: newKey(), actions, before, at: new Date().toISOString() });
  }

  /** The same with what was said in writing. */
  say(said: Sentence): void {
    this.#put({ key: newKey(), actions: [], before: [], at: new Date().toISOString(), said });
  }

  #put(pending: Pending): void {
    this.#keep(pending);
    this.#change([...this.#waiting, pending]);
    void this.#work();
  }

  /** Begins to send, or tries again at once. */
  wake(): void {
    this.#closed = false;
    this.#wait = FIRST_WAIT_MS;
    void this.#work();
  }

  /** Stops sending; what waits is kept. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#waiting[0]; next && !this.#closed; next = this.#waiting[0]) {
        if (!(await this.#send(next))) return;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Whether it was answered. */
  async #send(pending: Pending): Promise<boolean> {
    try {
      const { said, actions, at, key } = pending;
      const outcome = said
        ? await runText(said, viewerZone(), at, key)
        : await runActions(actions, viewerZone(), key);
      this.#wait = FIRST_WAIT_MS;
      this.#options.onAnswer(outcome, pending);
    } catch (reason) {
      const problem = reason instanceof ApiProblemError ? reason : null;
      if (problem?.signedOut) {
        this.#options.onSignedOut();
        return false;
      }
      if (reason instanceof ApiAwayError || TRY_AGAIN.includes(problem?.problem.status ?? 0)) {
        this.#timer = setTimeout(() => void this.#work(), this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
        return false;
      }
      this.#options.onRefused(reason instanceof Error ? reason.message : String(reason), pending);
    }
    this.#options.storage.removeItem(this.#prefix + pending.key);
    this.#change(this.#waiting.filter((each) => each !== pending));
    return true;
  }

  #keep(pending: Pending): void {
    try {
      this.#options.storage.setItem(this.#prefix + pending.key, JSON.stringify(pending));
    } catch {
      // The browser has no room, or keeps nothing: it is sent all the same, but from here only.
    }
  }

  #change(waiting: readonly Pending[]): void {
    this.#waiting = waiting;
    for (const listener of this.#listeners) listener();
  }

  #stored(): Pending[] {
    const { storage } = this.#options;
    const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
    return keys
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => JSON.parse(storage.getItem(key) ?? "") as Pending)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}
