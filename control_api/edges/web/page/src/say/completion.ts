export const SIGNS = ["#", "@", "/"] as const;
export type Sign = (typeof SIGNS)[number];
export type Names = Record<Sign, string[]>;

/** A name that is being typed behind its sign. */
export interface Begun {
  sign: Sign;
  /** Where the sign stands, and where the name ends. */
  start: number;
  end: number;
  typed: string;
}

const MOST_SHOWN = 6;
/** Of what a name of a person or list may be made, spaces included. */
const BEGUN = /(?<!\S)([#@/])([\p{L}\p{N}_' -]*)$/u;

/** The name that the caret stands behind; null when there is none. */
export function begunAt(text: string, caret: number): Begun | null {
  const found = BEGUN.exec(text.slice(0, caret));
  if (!found) return null;
  const typed = found[2] ?? "";
  return { sign: found[1] as Sign, start: found.index, end: caret, typed };
}

/** The names that may be meant, those first that begin as it was typed; none that is whole. */
export function completionsOf({ sign, typed }: Begun, names: Names): string[] {
  const wanted = typed.toLowerCase();
  const all = names[sign].filter((name) => name.toLowerCase() !== wanted);
  const begins = all.filter((name) => name.toLowerCase().startsWith(wanted));
  const words = all.filter(
    (name) => !begins.includes(name) && wanted && name.toLowerCase().includes(` ${wanted}`),
  );
  return [...begins, ...words].slice(0, MOST_SHOWN);
}

/** The text with the name in the place of its beginning, and where the caret goes. */
export function completed(text: string, begun: Begun, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, begun.start)}${begun.sign}${name} `;
  return { text: before + text.slice(begun.end).trimStart(), caret: before.length };
}
