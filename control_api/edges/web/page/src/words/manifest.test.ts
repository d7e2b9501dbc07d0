import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { LANGUAGES } from "../api/contract";
import { showLanguage, TEXTS } from "./shown";

interface Manifest {
  lang: string;
  description: string;
  shortcuts: { name: string; url: string }[];
}

const manifestIn = (language: string) => {
  const name = language === "en" ? "manifest" : `manifest.${language}`;
  return JSON.parse(readFileSync(`public/${name}.webmanifest`, "utf8")) as Manifest;
};
/** All of it but its words. */
const without = ({ lang: _, description: __, shortcuts, ...rest }: Manifest) => ({
  ...rest,
  shortcuts: shortcuts.map(({ name: _name, ...more }) => more),
});

afterEach(() => showLanguage("en"));

it.each(LANGUAGES)("the installed page has the words of the language %s", async (language) => {
  await showLanguage(language);
  const manifest = manifestIn(language);
  expect(manifest.lang).toBe(language);
  expect(manifest.description).toContain(TEXTS.promise.replace(".", ""));
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual([TEXTS.views.today, TEXTS.views.inbox]);
  expect(without(manifest)).toEqual(without(manifestIn("en")));
});
