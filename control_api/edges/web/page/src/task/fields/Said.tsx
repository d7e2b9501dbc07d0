import { TEXTS } from "../../texts";
import { type Spot, useHints } from "./hint";

/** Under what was changed last: the sentence that does the same. */
export function Said({ spot }: { spot: Spot }) {
  const { hint } = useHints();
  if (hint?.spot !== spot) return null;
  return (
    <p className="could-say">
      {TEXTS.task.said} <q>{hint.sentence}</q>
    </p>
  );
}
