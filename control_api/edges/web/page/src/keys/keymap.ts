import { TEXTS } from "../texts";

/** What a key does that a person may choose. */
export type Deed =
  | "type"
  | "search"
  | "mute"
  | "help"
  | "edit"
  | "date"
  | "select"
  | "remove";

/** A key that does something on the page, and what. */
export interface Key {
  /** How it is shown. */
  readonly shown: string;
  readonly words: string;
  /** A single letter or sign, which may come from dictation software or by mistake. */
  isSingle: boolean;
}

/** As `KeyboardEvent.key` names them, as long as nothing else was chosen. */
export const USUAL: Readonly<Record<Deed, string>> = {
  ...{ type: "/", search: "k", mute: "m", help: "?" },
  ...{ edit: "e", date: "d", select: "x", remove: "Delete" },
};
export const DEEDS = Object.keys(USUAL) as Deed[];

export type Keymap = Readonly<Record<Deed, string>>;

/** What is held down with the key: a letter alone is wanted in texts, too. */
const WITH_CONTROL: readonly Deed[] = ["search"];

export const shownKey = (deed: Deed, key: string): string =>
  WITH_CONTROL.includes(deed)
    ? `${TEXTS.keys.names.ctrl} ${key.toUpperCase()}`
    : key === "Delete"
      ? TEXTS.keys.names.delete
      : key;

/** Keys that mean the same wherever one is, or that only go with others. */
const OWN = [
  ...["Tab", "Enter", " ", "Escape", "Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"],
  ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Dead", "Process"],
  ...["Unidentified", "PageUp", "PageDown", "F5", "F11", "F12"],
];

export type Refusal = { impossible: true } | { taken: Deed };

/** Why a key can't be there for a deed; null when it can. */
export function refusalOf(keymap: Keymap, deed: Deed, key: string): Refusal | null {
  const needsLetter = WITH_CONTROL.includes(deed);
  if (OWN.includes(key) || (needsLetter && key.length !== 1)) return { impossible: true };
  const isTaken = (other: Deed) =>
    other !== deed && keymap[other] === key && WITH_CONTROL.includes(other) === needsLetter;
  const taken = DEEDS.find(isTaken);
  return taken ? { taken } : null;
}

/** What was chosen, read from where it is kept; what can't be any more is as usual. */
export function keymapOf(stored: string | null): Keymap {
  const chosen: Partial<Record<Deed, unknown>> = stored ? JSON.parse(stored) : {};
  const pairs = DEEDS.map((deed) => {
    const key = chosen[deed];
    return [deed, typeof key === "string" && key ? key : USUAL[deed]] as const;
  });
  return Object.fromEntries(pairs) as Record<Deed, string>;
}

const fixed = (words: string, shown: string): Key => ({ shown, words, isSingle: false });

/** All keys there are, in the groups in which they are told. */
export function keysOf(keymap: Keymap): Record<"page" | "list", Key[]> {
  const own = (deed: Deed): Key => ({
    shown: shownKey(deed, keymap[deed]),
    words: deedWords(deed),
    isSingle: keymap[deed].length === 1 && !WITH_CONTROL.includes(deed),
  });
  const { names } = TEXTS.keys;
  return {
    page: [
      ...[own("type"), own("search"), own("mute"), own("help")],
      fixed(TEXTS.keys.close, "Esc"),
    ],
    list: [
      fixed(TEXTS.keys.move, "↑ ↓"),
      fixed(TEXTS.keys.complete, names.space),
      fixed(TEXTS.keys.open, names.enter),
      ...[own("edit"), own("date"), own("select")],
      fixed(TEXTS.keys.stretch, `${names.shift} ↑ ↓`),
      fixed(TEXTS.moving.byKey, "Alt ↑ ↓"),
      own("remove"),
    ],
  };
}

export const deedWords = (deed: Deed): string => TEXTS.keys[deed];
