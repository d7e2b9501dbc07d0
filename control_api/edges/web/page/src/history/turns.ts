import type { CommandRecord } from "../api/around";
import { TEXTS } from "../texts";
import type { Turn } from "./DeedEntry";

const WORDS = TEXTS.history;

/** What the page knows of commands, by their ids. */
export type Records = ReadonlyMap<string, CommandRecord>;

export const recordsOf = (commands: readonly CommandRecord[]): Records =>
  new Map(commands.map((each) => [each.id, each]));

/** Whether what a command did is undone, and the way back from there; null when there is none. */
export interface Standing {
  isUndone: boolean;
  turn: Turn | null;
}

/**
 * What was undone is done again by taking that back. Of a command that is not on record here only
 * the control API knows whether it can be undone, and says why not.
 */
export function standingOf(commandId: string, what: string, records: Records): Standing {
  const record = records.get(commandId);
  const by = record?.undone_by ?? null;
  if (by !== null) {
    const redo = { words: WORDS.redo, label: WORDS.redoLabel(what), commandId: by };
    return { isUndone: true, turn: redo };
  }
  const undo = { words: WORDS.undo, label: WORDS.undoLabel(what), commandId };
  return { isUndone: false, turn: !record || record.can_undo ? undo : null };
}
