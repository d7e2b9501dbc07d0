import { expect, it, vi } from "vitest";
import { SETTINGS, TEXTS } from "./shown";

const MODULES = import.meta.glob([
  "../**/*.{ts,tsx}",
  "!../**/*.{test,fixture}.{ts,tsx}",
  // They begin something when they are loaded.
  "!../main.tsx",
  "!../offline/serviceWorker.ts",
]);

/** To load all of the page, on a machine that has much to do. */
const PATIENCE_MS = 60_000;

/** A browser of which anything may be asked. */
const anything: object = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything),
  apply: () => anything,
});

function forbid(words: object): void {
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === "object" && word !== null && !Array.isArray(word)) forbid(word);
    else
      Object.defineProperty(words, name, {
        get: () => {
          throw new Error(`“${name}” is read while a module is loaded, and would stay as it is`);
        },
      });
  }
}

it("no module keeps a word, which would stay in the language that was shown first", async () => {
  vi.stubGlobal("window", anything);
  forbid({ TEXTS, SETTINGS });
  for (const load of Object.values(MODULES)) await expect(load()).resolves.toBeDefined();
}, PATIENCE_MS);

it("what is loaded before there are words holds none", async () => {
  vi.resetModules();
  const none = new Proxy({}, { get: (_, name) => expect.unreachable(`${String(name)} is held`) });
  vi.doMock("./shown", async (original) => ({ ...(await original<object>()), TEXTS: none }));
  await expect(import("../App")).resolves.toBeDefined();
}, PATIENCE_MS);
