import { LANGUAGES, type LanguageName } from "../api/contract";
import { hasWords, showLanguage } from "./shown";

/** The language of the last one who was signed in here: most likely that of the next, too. */
const STORED_UNDER = "saydo.language";
const RETRY_MS = 2_000;

/** The first language of a list (BCP 47 tags, the dearest first) that the page speaks, else English. */
export function firstSpoken(tags: readonly string[]): LanguageName {
  const bases = tags.map((tag) => tag.toLowerCase().split("-")[0]);
  for (const base of bases) {
    const spoken = LANGUAGES.find((language) => language === base);
    if (spoken) return spoken;
  }
  return "en";
}

export const browserLanguage = (): LanguageName => firstSpoken(navigator.languages);

/** What the page begins in, before it is known who is signed in. */
export function likelyLanguage(): LanguageName {
  const kept = localStorage.getItem(STORED_UNDER);
  return LANGUAGES.find((language) => language === kept) ?? browserLanguage();
}

export const keepLanguage = (language: LanguageName) =>
  localStorage.setItem(STORED_UNDER, language);

/** Has the page speak, before it is known who is signed in; tries until it does. */
export async function beginToSpeak(): Promise<void> {
  while (!hasWords()) {
    try {
      await showLanguage(likelyLanguage());
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** It is not for whoever signs in next. */
export const forgetLanguage = () => localStorage.removeItem(STORED_UNDER);
