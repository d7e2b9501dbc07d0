import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../api/contract";
import type { Action } from "../api/control";
import { Outbox } from "./outbox";

const COMPLETE: Action = { type: "complete_task", task_id: "milk" };
const REMOVE: Action = { type: "delete_task", task_id: "milk" };

class Kept implements Storage {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  key = (place: number) => [...this.#items.keys()][place] ?? null;
  getItem = (name: string) => this.#items.get(name) ?? null;
  setItem = (name: string, value: string) => void this.#items.set(name, value);
  removeItem = (name: string) => void this.#items.delete(name);
  clear = () => this.#items.clear();
}

interface Sent {
  key: string;
  types: string[];
}

/** A control API that answers as it is told to, and what it was sent. */
function control(...answers: (Response | "away")[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (_: string, options: { headers: Record<string, string>; body: string }) => {
    const { actions } = JSON.parse(options.body) as { actions: Action[] };
    sent.push({
      key: options.headers["Idempotency-Key"] ?? "",
      types: actions.map(({ type }) => type),
    });
    const answer = answers.shift() ?? done();
    if (answer === "away") throw new TypeError("Failed to fetch");
    return answer;
  });
  return sent;
}

const done = () => new Response(JSON.stringify({ outcome: "done", reply: "Done." }));
const problem = (status: number, detail: string) =>
  new Response(JSON.stringify({ status, title: "No", detail }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });

function outbox(storage: Storage = new Kept()) {
  const answered: Outcome[] = [];
  const refused: string[] = [];
  const onSignedOut = vi.fn();
  const box = new Outbox({
    ...{ scope: "alice", storage, onSignedOut },
    onAnswer: (outcome) => void answered.push(outcome),
    onRefused: (reason) => void refused.push(reason),
  });
  return { box, answered, refused, onSignedOut, storage };
}

describe("the outbox", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("sends what was done, one after the other, and forgets it once it was answered", async () => {
    const sent = control();
    const { box, answered, storage } = outbox();
    box.add([COMPLETE]);
    box.add([REMOVE]);
    expect(box.waiting()).toHaveLength(2);
    await vi.runAllTimersAsync();
    expect(sent.map(({ types }) => types)).toEqual([["complete_task"], ["delete_task"]]);
    expect(answered).toHaveLength(2);
    expect([box.waiting(), storage.length]).toEqual([[], 0]);
  });

  it("tries again with the same key, nothing overtaking, until it is answered", async () => {
    const sent = control("away", "away");
    const { box, answered } = outbox();
    box.add([COMPLETE]);
    box.add([REMOVE]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.map(({ types }) => types[0])).toEqual([
      ...["complete_task", "complete_task", "complete_task", "delete_task"],
    ]);
    expect(new Set(sent.slice(0, 3).map(({ key }) => key)).size).toBe(1);
    expect(sent[3]?.key).not.toBe(sent[0]?.key);
    expect(answered).toHaveLength(2);
  });

  it("keeps what could not be sent over a reload, for the same person only", async () => {
    const storage = new Kept();
    control("away");
    const first = outbox(storage);
    first.box.add([COMPLETE]);
    first.box.close();
    await vi.advanceTimersByTimeAsync(0);
    const sent = control();
    const again = outbox(storage);
    expect(again.box.waiting()).toHaveLength(1);
    const other = new Outbox({ ...again, scope: "bob", onAnswer: vi.fn(), onRefused: vi.fn() });
    expect(other.waiting()).toEqual([]);
    again.box.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    expect(storage.length).toBe(0);
  });

  it("gives up what is refused, with the reason, and goes on", async () => {
    const sent = control(problem(409, "It waits for another task."));
    const { box, answered, refused } = outbox();
    box.add([COMPLETE]);
    box.add([REMOVE]);
    await vi.runAllTimersAsync();
    expect(refused).toEqual(["It waits for another task."]);
    expect([sent.length, answered.length, box.waiting().length]).toEqual([2, 1, 0]);
  });

  it("waits when there is too much at once, or a storm of requests", async () => {
    const sent = control(problem(429, "Slower."));
    const { box, refused } = outbox();
    box.add([COMPLETE]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent.length, refused.length]).toEqual([2, 0]);
  });

  it("sends what the browser has no room to keep", async () => {
    const sent = control();
    const full = new Kept();
    full.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    const { box } = outbox(full);
    box.add([COMPLETE]);
    await vi.runAllTimersAsync();
    expect([sent.length, box.waiting().length]).toEqual([1, 0]);
  });

  it("keeps what it has when the session is over", async () => {
    control(problem(401, "Sign in."));
    const { box, onSignedOut, storage } = outbox();
    box.add([COMPLETE]);
    await vi.runAllTimersAsync();
    expect(onSignedOut).toHaveBeenCalledOnce();
    expect(storage.length).toBe(1);
  });
});
