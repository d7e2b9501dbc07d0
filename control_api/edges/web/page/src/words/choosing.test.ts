import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserLanguage, firstSpoken, forgetLanguage, keepLanguage, likelyLanguage } from "./choosing";

describe("the language of a browser", () => {
  it.each([
    [["de-CH", "en"], "de"],
    [["FR"], "fr"],
    [["it", "es-419", "de"], "es"],
    [["ja", "pt-BR"], "en"],
    [[], "en"],
  ])("of %j is %s", (tags, language) => {
    expect(firstSpoken(tags)).toBe(language);
  });
});

describe("the language that the page begins in", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    });
    vi.stubGlobal("navigator", { languages: ["fr-FR", "en"] });
  });
  afterEach(() => vi.stubGlobal("navigator", { languages: ["en-US"] }));

  it("is the browser's", () => {
    expect(browserLanguage()).toBe("fr");
    expect(likelyLanguage()).toBe("fr");
  });

  it("is that of the one who is signed in, until they sign out", () => {
    keepLanguage("de");
    expect(likelyLanguage()).toBe("de");
    forgetLanguage();
    expect(likelyLanguage()).toBe("fr");
  });

  it("gives way to that of who is signed in, whichever is known first", async () => {
    vi.resetModules();
    const { beginToSpeak } = await import("./choosing");
    const { showLanguage, shownLanguage } = await import("./shown");
    // The words of the browser's language are there first.
    await import("./fr/texts");
    await Promise.all([beginToSpeak(), showLanguage("de")]);
    expect(shownLanguage()).toBe("de");
  });

  it("is no language that was kept and is not spoken any more", () => {
    localStorage.setItem("saydo.language", "tlh");
    expect(likelyLanguage()).toBe("fr");
  });
});
