/** For how many days a token is good. */
export const LIVES = ["30", "90", "365", "never"] as const;
export type Life = (typeof LIVES)[number];

const DAY_MS = 24 * 3_600_000;

/** When a token ends that is made now: UTC, ISO 8601; null: never. */
export const endOf = (life: Life, now: Date): string | null =>
  life === "never" ? null : new Date(now.getTime() + Number(life) * DAY_MS).toISOString();
