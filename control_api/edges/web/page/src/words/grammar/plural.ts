type Forms = readonly [one: string, other: string];

/**
 * What chooses between the forms of a language by a count: 0 is a plural in English and German, and
 * none in French. The rules are the browser's own (CLDR).
 */
export function pluralIn(language: string): (count: number, ...forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => (rules.select(count) === "one" ? one : other);
}
