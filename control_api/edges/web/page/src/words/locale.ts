import type { LanguageName } from "../api/contract";
import { shownLanguage } from "./shown";

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
const locales = new Map<LanguageName, string>();

/**
 * The shown language as this browser has it, for dates, times and numbers: which English, and which
 * clock, is the person's.
 */
export function locale(): string {
  const language = shownLanguage();
  let known = locales.get(language);
  if (!known) {
    const here = [Intl.DateTimeFormat().resolvedOptions().locale, ...navigator.languages];
    known = here.find((tag) => tag.split("-")[0] === language) ?? language;
    locales.set(language, known);
  }
  return known;
}

/** What words dates in the shown language. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale(), options]);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), options);
    formats.set(key, format);
  }
  return format;
}

export const numberWords = (amount: number, options?: Intl.NumberFormatOptions): string =>
  amount.toLocaleString(locale(), options);
