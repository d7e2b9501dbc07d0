import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type Pending } from "./outbox";

const NOON = new Date("2026-11-24T12:00:00Z");
const SENTENCE = { text: "feed the cat tomorrow", literal: ["tomorrow"] };

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

/** A control API that is away so often, and what it was sent. */
function control(away: number): { key: string; body: string }[] {
  const sent: { key: string; body: string }[] = [];
  vi.stubGlobal("fetch", async (_: string, options: { headers: Record<string, string>; body: string }) => {
    sent.push({ key: options.headers["Idempotency-Key"] ?? "", body: options.body });
    if (sent.length <= away) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify({ outcome: "done", reply: "Done.", tasks: [] }));
  });
  return sent;
}

function outbox(storage: Storage) {
  const answered: Pending[] = [];
  const options = { scope: "alice", storage, onRefused: vi.fn(), onSignedOut: vi.fn() };
  const box = new Outbox({ ...options, onAnswer: (_, pending) => void answered.push(pending) });
  return { box, answered };
}

describe("what was said in writing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime(NOON);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is sent again as the same request, and means what it meant when it was said", async () => {
    const sent = control(3);
    const { box, answered } = outbox(new Kept());
    box.say(SENTENCE);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ key, body }) => key + body)).size).toBe(1);
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ ...SENTENCE, now: NOON.toISOString() });
    expect(answered.map(({ said }) => said)).toEqual([SENTENCE]);
  });

  it("waits for the next page when this one is closed", async () => {
    const storage = new Kept();
    const sent = control(1);
    const { box } = outbox(storage);
    box.say(SENTENCE);
    await vi.advanceTimersByTimeAsync(0);
    box.close();
    const next = outbox(storage);
    expect(next.box.waiting().map(({ said }) => said)).toEqual([SENTENCE]);
    next.box.wake();
    await vi.runAllTimersAsync();
    expect(next.answered).toHaveLength(1);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });
});
