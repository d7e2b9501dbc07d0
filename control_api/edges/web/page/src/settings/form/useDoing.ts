import { useCallback, useState } from "react";
import { ApiAwayError, ApiProblemError } from "../../api/http";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";

export interface Doing {
  busy: boolean;
  /** Why it could not be done, for the place where it was tried. */
  problem: string | null;
  /** Does it; whether it could be done. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  forget: () => void;
}

/** One thing that is done at the control API, and what stands in its way. */
export function useDoing(): Doing {
  const { onSignedOut } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      setBusy(true);
      setProblem(null);
      try {
        await work();
        return true;
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
        else setProblem(problemWords(reason));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [onSignedOut],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { busy, problem, run, forget };
}

/** What the control API says, and what of it is about single fields. */
export function problemWords(reason: unknown): string {
  if (reason instanceof ApiAwayError) return SETTINGS.away;
  if (!(reason instanceof ApiProblemError))
    return reason instanceof Error ? reason.message : String(reason);
  const said = reason.message;
  const more = Object.values(reason.problem.fields ?? {}).filter((words) => !said.includes(words));
  return [said, ...more].join(" ");
}
