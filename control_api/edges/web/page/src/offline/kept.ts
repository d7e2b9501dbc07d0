import type { Me } from "../api/contract";

/** What the page knew last, for when it is opened and nobody can be asked. */
const CACHE = "saydo-known";
const ACCOUNT = "/known/account";

/** Browsers keep it for pages of https and localhost only. */
const isPossible = () => typeof caches !== "undefined";

/** Keeps who is signed in. */
export const keepAccount = (account: Me) => keep(ACCOUNT, account);

export const knownAccount = () => kept<Me>(ACCOUNT);

/** Forgets all of it: it is not for whoever signs in next. */
export async function forgetKnown(): Promise<void> {
  if (isPossible()) await caches.delete(CACHE).catch(() => false);
}

/** Keeps a value under a path; what can't be kept is left. */
export async function keep(path: string, value: unknown): Promise<void> {
  if (!isPossible()) return;
  const headers = { "Content-Type": "application/json" };
  const answer = new Response(JSON.stringify(value), { headers });
  // A full disk takes this away, and nothing else.
  await caches
    .open(CACHE)
    .then((cache) => cache.put(path, answer))
    .catch(() => undefined);
}

/** What is kept under a path; null when there is none. */
export async function kept<Value>(path: string): Promise<Value | null> {
  if (!isPossible()) return null;
  const found = await caches.match(path).catch(() => undefined);
  return found ? ((await found.json()) as Value) : null;
}
