import type { Approval, ProgressEvent, Stage } from "../api/contract";
import { TEXTS } from "../texts";

/** What a command ends with; after each, something may wait for a yes that did not, or no more. */
const ENDS = ["done", "rolled_back", "declined"] as const satisfies readonly Stage[];
export type End = (typeof ENDS)[number];

/** How the command of an event has ended; null when it goes on. */
export const endOf = ({ stage }: Pick<ProgressEvent, "stage">): End | null =>
  ENDS.find((end) => end === stage) ?? null;

/** What is on the button that says yes: the deed, when all that would be done is of one kind. */
export function yesWords({ actions }: Pick<Approval, "actions">): string {
  const [deed, ...others] = new Set(actions.map(({ type }) => type.split("_")[0]));
  const known: Partial<Record<string, string>> = TEXTS.approvals.deeds;
  return (others.length === 0 && deed && known[deed]) || TEXTS.approvals.yes;
}

/**
 * What to say of something that waits no more and was not answered here.
 *
 * `end` is how its command ended, if that was heard.
 */
export function goneWords(gone: Pick<Approval, "expires_at">, end: End | null, now: Date): string {
  if (end) return TEXTS.approvals.answered[end];
  const isLate = now.getTime() >= Date.parse(gone.expires_at);
  return isLate ? TEXTS.approvals.late : TEXTS.approvals.gone;
}

/** The list that is found now, or the one before when it is the same. */
export function renewed(before: Approval[], found: Approval[]): Approval[] {
  const isSame =
    before.length === found.length && before.every(({ id }, place) => id === found[place]?.id);
  return isSame ? before : found;
}
