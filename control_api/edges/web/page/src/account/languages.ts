/** What a language is called by those who speak it, as a word of its own: "Français". */
export function languageWords(language: string): string {
  const words = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
