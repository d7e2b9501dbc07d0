import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../api/contract";
import { dateFormat, locale, numberWords } from "./locale";
import { SETTINGS, showLanguage, shownLanguage, TEXTS } from "./shown";

afterEach(() => showLanguage("en"));

/** All words that stand for themselves, by where they are. */
const entriesOf = (words: object, path = ""): [string, string][] =>
  Object.entries(words).flatMap(([name, word]) => {
    if (typeof word === "string") return [[`${path}.${name}`, word]];
    return typeof word === "object" && word !== null ? entriesOf(word, `${path}.${name}`) : [];
  });

/** What two languages write alike. */
const ALIKE = new Set([
  ...["Saydo", "make signin", "CSV", "iCalendar", "Todoist, JSON", "Taskwarrior", "todo.txt", "Vikunja"],
  ...["Conditions", "Conversation", "Date", "Filter", "Import", "Links", "Message", "Messages", "Minutes", "Name"],
  ...["No", "Note", "Notes", "Normal", "Pause", "Person", "Section", "Status", "Stop", "Test"],
  ...["Timer", "Urgent", "Violet", "Webhooks", "Rose", "Format", "Patience", "Color"],
  ...["B", "kB", "MB", "GB", "Ctrl", "FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"],
]);

describe("the words that are shown", () => {
  it("are those of the language, also where a group of them is held", async () => {
    const { views } = TEXTS;
    const { look } = SETTINGS;
    expect([views.today, look.heading]).toEqual(["Today", "Look"]);
    await showLanguage("de");
    expect([views.today, look.heading]).toEqual(["Heute", "Aussehen"]);
    expect(shownLanguage()).toBe("de");
  });

  it("are those of the language that was wanted last", async () => {
    await Promise.all([showLanguage("fr"), showLanguage("es")]);
    expect(TEXTS.views.today).toBe("Hoy");
  });

  it("leave nothing of the language before", async () => {
    expect(TEXTS.said.sentences.noWait).toBeDefined();
    await showLanguage("de");
    expect(TEXTS.said.sentences.noWait).toBeUndefined();
    await showLanguage("en");
    expect(TEXTS.said.sentences.noWait).toBeDefined();
  });

  it("have dates and numbers as the language has them", async () => {
    const shown = [];
    for (const language of LANGUAGES) {
      await showLanguage(language);
      const day = dateFormat({ timeZone: "UTC", month: "short", day: "numeric" });
      const words = `${day.format(Date.UTC(2026, 11, 24))}, ${numberWords(1234.5)}`;
      shown.push(words.replaceAll(/\s/g, " "));
    }
    expect(shown).toEqual([
      ...["Dec 24, 1,234.5", "24. Dez., 1.234,5", "24 déc., 1 234,5", "24 dic, 1234,5"],
    ]);
    expect(locale()).toBe("es");
  });

  it("are other words in each language, but for names and what is written alike", async () => {
    const all = () => entriesOf({ TEXTS, SETTINGS });
    const english = new Map(all());
    for (const language of LANGUAGES.filter((each) => each !== "en")) {
      await showLanguage(language);
      const same = all().filter(([name, word]) => english.get(name) === word);
      expect(same.filter(([, word]) => !ALIKE.has(word))).toEqual([]);
    }
  });
});
