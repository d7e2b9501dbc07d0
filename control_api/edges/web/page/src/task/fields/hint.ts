import { createContext, useContext } from "react";
import { TEXTS } from "../../texts";

export type Sentence = keyof typeof TEXTS.said.sentences;

/** Where in the panel a sentence is shown. */
export type Spot =
  | "title"
  | "status"
  | "due"
  | "repeat"
  | "start"
  | "deadline"
  | "duration"
  | "priority"
  | "project"
  | "section"
  | "tags"
  | "people"
  | "notes"
  | "links"
  | "reminders"
  | "subtasks"
  | "waits"
  | "comments";

/** What one could have said in place of the last change, and where that was. */
export interface Hint {
  spot: Spot;
  sentence: string;
}

interface Hints {
  hint: Hint | null;
  tell: (hint: Hint | null) => void;
}

export const HintContext = createContext<Hints>({ hint: null, tell: () => undefined });

export const useHints = (): Hints => useContext(HintContext);

/** A sentence by which the same would be done; null where it can't be said. */
export const sentence = (kind: Sentence, title: string, value: string): string | null =>
  TEXTS.said.sentences[kind]?.replace("{title}", () => title).replace("{value}", () => value) ??
  null;
