import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { LanguageName } from "../api/contract";
import { LanguageChoice } from "./LanguageChoice";
import { languageWords } from "./languages";

const markup = (languages: string[]) =>
  renderToStaticMarkup(
    <LanguageChoice
      language="en"
      languages={languages as LanguageName[]}
      onChoose={() => undefined}
    />,
  );

describe("the choice of a language", () => {
  it("calls each as those do who speak it", () => {
    const names = ["en", "de", "fr", "es"].map(languageWords);
    expect(names).toEqual(["English", "Deutsch", "Français", "Español"]);
  });

  it("has a label, and the person's own is chosen", () => {
    const html = markup(["en", "de"]);
    expect(html).toContain(">Language</label>");
    expect(html).toContain('<option value="en" lang="en" selected="">English</option>');
    expect(html).toContain('<option value="de" lang="de">Deutsch</option>');
  });

  it("is not there when there is only one", () => {
    expect(markup(["en"])).toBe("");
  });
});
