/** Whether words stand in a text, as the control API looks for them: "at" is no part of "cat". */
export function isIn(text: string, words: string): boolean {
  const before = /^[\p{L}\p{N}]/u.test(words) ? "(?<![\\p{L}\\p{N}_])" : "";
  const after = /[\p{L}\p{N}]$/u.test(words) ? "(?![\\p{L}\\p{N}_])" : "";
  return new RegExp(before + escaped(words) + after, "u").test(text);
}

/** Of the words that are to be taken as they are, those that the text still has. */
export const stillIn = (text: string, literal: string[]): string[] => {
  const kept = literal.filter((words) => isIn(text, words));
  return kept.length === literal.length ? literal : kept;
};

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
