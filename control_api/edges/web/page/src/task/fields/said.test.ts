import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Priority } from "../../api/contract";
import { spanWords } from "../../tasks/reminding";
import { spokenRepeat } from "../../tasks/repeats";
import { type DaySentence, spoken, spokenDuration } from "../../tasks/spoken";
import { TEXTS } from "../../texts";
import { showLanguage } from "../../words/shown";
import { sentence, type Sentence } from "./hint";
import CASES from "./said.fixture.json";

const TODAY = "2026-11-24";

/** What is done by hand, as it stands in the fixture, which the control API is asked about as well. */
interface Made {
  day?: string;
  time?: string | null;
  minutes?: number;
  priority?: string;
  people?: string[];
  rule?: string;
  before?: number;
}

function valueOf(kind: string, made: Made): string | null {
  const { day, time = null, minutes, priority, people, rule, before = 0 } = made;
  if (day) return spoken({ day, time }, TODAY, kind as DaySentence);
  if (minutes) return spokenDuration(minutes);
  if (priority) return TEXTS.said.priorities[priority as Priority];
  if (people) return TEXTS.said.people(people);
  return rule ? spokenRepeat({ rule }) : spanWords(before);
}

describe.each(LANGUAGES)("what one could have said in the language %s", (language) => {
  beforeAll(() => showLanguage(language));
  afterAll(() => showLanguage("en"));

  it.each(CASES.filter(({ made }) => made))("is worded as it is understood: $kind $made", (row) => {
    const words = valueOf(row.kind, row.made as Made);
    const known = row.kind in TEXTS.said.sentences ? words : null;
    expect(known).toBe((row.values as Partial<Record<string, string>>)[language] ?? null);
  });

  it("is nothing where there is no sentence for it", () => {
    const kinds = Object.keys(TEXTS.said.sentences);
    for (const { kind, values } of CASES)
      if (Object.keys(values).length > 0)
        expect(sentence(kind as Sentence, "Bins", "x") !== null).toBe(kinds.includes(kind));
  });
});

it("does not say that a repeat counts from when it was done", () => {
  expect(spokenRepeat({ rule: "FREQ=DAILY", basis: "completion" })).toBeNull();
});
