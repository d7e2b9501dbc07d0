import { useCallback, useEffect, useState } from "react";
import type { Me } from "../api/contract";
import { readAccount, saveTimeZone, signIn, signOut } from "../api/control";
import { ApiAwayError, ApiProblemError } from "../api/http";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import { codeFrom, takeCodeFromAddress } from "./signInCode";

export type AccountState =
  | { kind: "loading" }
  | { kind: "away" }
  | { kind: "signed-out"; message: string | null }
  | { kind: "signed-in"; account: Me };

const RETRY_MS = 2_000;

/** Who is signed in here, and the ways to change that. */
export function useAccount() {
  const [state, setState] = useState<AccountState>({ kind: "loading" });

  const enter = useCallback(async (code: string | null) => {
    try {
      if (code) await signIn(code);
      let account = await readAccount();
      if (code && account.time_zone !== viewerZone()) account = await saveTimeZone(viewerZone());
      setState({ kind: "signed-in", account });
    } catch (reason) {
      setState(stateAfter(reason, code));
    }
  }, []);

  useEffect(() => {
    void enter(takeCodeFromAddress());
    // A sign-in link opened in a tab that shows the page already changes the fragment only.
    const linkOpened = () => {
      const code = takeCodeFromAddress();
      if (code) void enter(code);
    };
    window.addEventListener("hashchange", linkOpened);
    return () => window.removeEventListener("hashchange", linkOpened);
  }, [enter]);

  useEffect(() => {
    if (state.kind !== "away") return;
    const timer = setInterval(() => void enter(null), RETRY_MS);
    return () => clearInterval(timer);
  }, [state.kind, enter]);

  const submit = useCallback((pasted: string) => enter(codeFrom(pasted)), [enter]);
  const expire = useCallback(
    () => setState({ kind: "signed-out", message: TEXTS.signIn.expired }),
    [],
  );
  const change = useCallback((account: Me) => setState({ kind: "signed-in", account }), []);
  const leave = useCallback(async () => {
    await signOut().catch(() => undefined);
    setState({ kind: "signed-out", message: null });
  }, []);

  return { state, submit, change, expire, leave };
}

function stateAfter(reason: unknown, code: string | null): AccountState {
  if (reason instanceof ApiAwayError) return { kind: "away" };
  if (reason instanceof ApiProblemError && reason.signedOut)
    return { kind: "signed-out", message: code ? TEXTS.signIn.refused : null };
  return { kind: "signed-out", message: reason instanceof Error ? reason.message : String(reason) };
}
