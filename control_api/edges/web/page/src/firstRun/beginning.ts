/** What this browser keeps of how somebody has begun with Saydo. */
export interface Beginning {
  /** When the first run was shown first, in milliseconds since 1970; null when it never was. */
  shownAt: number | null;
  /** So long it took from then to the first task, in milliseconds; null as long as there is none. */
  firstTaskMs: number | null;
  /** It was skipped or gone through, or there were tasks before. */
  isOver: boolean;
}

const storedUnder = (accountId: string) => `saydo.firstRun.${accountId}`;

/** What is kept of an account; null for one that nothing is known of. */
export function readBeginning(storage: Storage, accountId: string): Beginning | null {
  const stored = storage.getItem(storedUnder(accountId));
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as Beginning;
  } catch {
    return null;
  }
}

export function keepBeginning(storage: Storage, accountId: string, beginning: Beginning): void {
  try {
    storage.setItem(storedUnder(accountId), JSON.stringify(beginning));
  } catch {
    // A browser that keeps nothing shows it again the next time.
  }
}

/** Of somebody who has tasks already. */
export const OLD_HAND: Beginning = { shownAt: null, firstTaskMs: null, isOver: true };

export const begun = (now: number): Beginning => ({ shownAt: now, firstTaskMs: null, isOver: false });

/** With the first task, made now; a later one changes nothing. */
export function withTask(beginning: Beginning, now: number): Beginning {
  if (beginning.shownAt === null || beginning.firstTaskMs !== null) return beginning;
  return { ...beginning, firstTaskMs: now - beginning.shownAt };
}
