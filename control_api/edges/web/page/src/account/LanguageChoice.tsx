import { useId } from "react";
import { LANGUAGES, type LanguageName } from "../api/contract";
import { TEXTS } from "../texts";
import { languageWords } from "./languages";

interface Props {
  language: LanguageName;
  onChoose: (language: LanguageName) => void;
  /** Those that Saydo can be spoken to in; with one there is nothing to choose. */
  languages?: readonly LanguageName[];
}

/** What the page speaks, and what the person types and is answered in. */
export function LanguageChoice({ language, onChoose, languages = LANGUAGES }: Props) {
  const id = useId();
  if (languages.length < 2) return null;
  return (
    <>
      <label htmlFor={id}>{TEXTS.account.language}</label>
      <select
        id={id}
        name="language"
        value={language}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.target.value as LanguageName)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageWords(each)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="hint">
        {TEXTS.account.languageHint}
      </p>
    </>
  );
}
