import { SETTINGS } from "../../words/settings";

/** How many times as fast or long as usual. */
export const timesWords = (times: number): string =>
  times === 1 ? SETTINGS.voice.usual : SETTINGS.voice.times(Number(times.toFixed(2)));

/** Minutes to choose from, the one that holds among them; 0 is never, and comes last. */
export function minuteOptions(offered: readonly number[], now: number): [string, string][] {
  const all = [...new Set([...offered, now])].sort((a, b) => (a || Infinity) - (b || Infinity));
  return all.map((minutes) => [String(minutes), minuteWords(minutes)]);
}

function minuteWords(minutes: number): string {
  if (minutes === 0) return SETTINGS.voice.never;
  if (minutes % 60 === 0) return SETTINGS.voice.hours(minutes / 60);
  return SETTINGS.voice.minutes(minutes);
}
