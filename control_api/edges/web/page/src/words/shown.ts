import type { LanguageName } from "../api/contract";
import { ROOT } from "../root";
import type { SETTINGS as ENGLISH_SETTINGS } from "./en/settings";
import type { TEXTS as ENGLISH } from "./en/texts";
import type { Like } from "./grammar/like";

export type Texts = Like<typeof ENGLISH>;
export type SettingsTexts = Like<typeof ENGLISH_SETTINGS>;

/**
 * Every word the page says, in the language that is shown; none before `showLanguage` is done.
 *
 * The groups of words stay the same objects, so a module may hold one of them; a word itself it
 * takes anew each time.
 */
export const TEXTS = {} as Texts;
/** What the settings say, once `loadSettingsTexts` is done. */
export const SETTINGS = {} as SettingsTexts;

interface Language {
  texts: () => Promise<{ TEXTS: Texts }>;
  settings: () => Promise<{ SETTINGS: SettingsTexts }>;
}

/** Each is a file of its own, loaded when it is shown. */
const KNOWN: Record<LanguageName, Language> = {
  en: { texts: () => import("./en/texts"), settings: () => import("./en/settings") },
  de: { texts: () => import("./de/texts"), settings: () => import("./de/settings") },
  fr: { texts: () => import("./fr/texts"), settings: () => import("./fr/settings") },
  es: { texts: () => import("./es/texts"), settings: () => import("./es/settings") },
};

let shown: LanguageName | null = null;
let wanted: LanguageName | null = null;
let hasSettingsOpen = false;

export const hasWords = (): boolean => shown !== null;
export const shownLanguage = (): LanguageName => shown ?? "en";

/**
 * Has the page speak a language: what is rendered from then on is in it.
 *
 * Rejects when its words can't be loaded; then all is as it was. What is wanted last holds.
 */
export async function showLanguage(language: LanguageName): Promise<void> {
  wanted = language;
  if (language === shown) return;
  const { texts, settings } = KNOWN[language];
  const [words, more] = await Promise.all([texts(), hasSettingsOpen ? settings() : null]);
  // Another is wanted by now: done once that is shown.
  if (wanted !== language) return showLanguage(wanted);
  // They were opened meanwhile.
  if (hasSettingsOpen && !more) return showLanguage(language);
  fill(TEXTS, words.TEXTS);
  if (more) fill(SETTINGS, more.SETTINGS);
  shown = language;
  if (typeof document !== "undefined") tellBrowser(language);
}

/** What reads the page aloud, and what installs it, knows its language from here. */
function tellBrowser(language: LanguageName): void {
  document.documentElement.lang = language;
  const name = language === "en" ? "manifest" : `manifest.${language}`;
  document.querySelector("link[rel=manifest]")?.setAttribute("href", `${ROOT}/${name}.webmanifest`);
}

/** Loads the words of the settings, in the language that is shown and in those that come. */
export async function loadSettingsTexts(): Promise<void> {
  hasSettingsOpen = true;
  const language = shownLanguage();
  const { SETTINGS: words } = await KNOWN[language].settings();
  if (language !== shownLanguage()) return loadSettingsTexts();
  fill(SETTINGS, words);
}

type Group = Record<string, unknown>;

const isGroup = (words: unknown): words is Group =>
  typeof words === "object" && words !== null && !Array.isArray(words);

function fill(group: object, words: object): void {
  const into = group as Group;
  for (const name of Object.keys(into)) if (!(name in words)) delete into[name];
  for (const [name, word] of Object.entries(words)) {
    if (!isGroup(word)) into[name] = word;
    else fill((isGroup(into[name]) ? into[name] : (into[name] = {})) as Group, word);
  }
}
