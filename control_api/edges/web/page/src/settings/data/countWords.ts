import type { Kind } from "../../api/contract";
import type { Counts } from "../../api/owned";
import { numberWords } from "../../words/locale";
import { SETTINGS } from "../../words/settings";

const FATES = ["new", "changed", "restored", "trashed", "same", "kept"] as const;

/** The kinds in the order in which they are told, tasks first, each with what is known of it. */
export const byKind = <Known>(known: Partial<Record<Kind, Known>>): [Kind, Known][] =>
  (Object.keys(SETTINGS.data.things) as Kind[]).flatMap((kind) => {
    const each = known[kind];
    return each === undefined ? [] : [[kind, each]];
  });

/** What becomes of the things of one kind, the commonest words for it left out where there are none. */
export function fateWords(counts: Counts): string {
  return FATES.filter((fate) => counts[fate] > 0)
    .map((fate) => SETTINGS.data.fates[fate](counts[fate]))
    .join(", ");
}

/** How many things of which kinds are new or other than before: "12 tasks, 1 project". */
export function countWords(counts: Partial<Record<Kind, Counts>>): string {
  const told = byKind(counts).map(
    ([kind, { new: fresh, changed, restored, trashed }]) =>
      [kind, fresh + changed + restored + trashed] as const,
  );
  const some = told.filter(([, count]) => count > 0);
  if (some.length === 0) return SETTINGS.data.nothingNew;
  return some.map(([kind, count]) => thingWords(kind, count)).join(", ");
}

/** So many things of a kind. */
export function thingWords(kind: Kind, count: number): string {
  return `${numberWords(count)} ${SETTINGS.data.things[kind](count)}`;
}
