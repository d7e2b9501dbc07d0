import type { Me } from "../api/contract";
import { WORKSPACE } from "../api/workspace";
import { TEXTS } from "../texts";

/** The parts of the settings; each is what follows `/settings/` in its address. */
export const PARTS = ["you", "voice", "reminders", "look", "data", "sharing", "people"] as const;
export type Part = (typeof PARTS)[number];

/** Parts that are for the owner of this Saydo alone. */
const FOR_OWNER: readonly Part[] = ["people"];

/** Parts that are about the person's own workspace: nobody talks in another. */
const OF_ONES_OWN: readonly Part[] = ["voice"];

/** The parts that somebody has. */
export const partsOf = ({ is_owner }: Pick<Me, "is_owner">): Part[] =>
  PARTS.filter((part) => is_owner || !FOR_OWNER.includes(part)).filter(
    (part) => WORKSPACE === null || !OF_ONES_OWN.includes(part),
  );

/** What an address means that goes on after `/settings/`; null for what is not there. */
export const partOf = (rest: string, account: Pick<Me, "is_owner">): Part | null =>
  partsOf(account).find((part) => part === rest) ?? null;

/** What an address within the settings is called. */
export function settingsTitle(rest: string): string {
  const part = PARTS.find((each) => each === rest);
  return part ? TEXTS.settings.parts[part].title : TEXTS.views.settings;
}
