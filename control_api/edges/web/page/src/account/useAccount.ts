import { useCallback, useEffect, useState } from "react";
import {
  acceptInvitation,
  readAccount,
  saveMe,
  signIn,
  signInByName,
  signOut,
} from "../api/account";
import type { Me } from "../api/contract";
import { ApiAwayError, ApiProblemError } from "../api/http";
import { forgetWorkspace } from "../api/workspace";
import { forgetKnown, keepAccount, knownAccount } from "../offline/kept";
import { leavePushes, unsubscribe } from "../reminders/push";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import {
  beginToSpeak,
  browserLanguage,
  forgetLanguage,
  keepLanguage,
} from "../words/choosing";
import { showLanguage } from "../words/shown";
import { takeTicketFromAddress, type Ticket, ticketFrom } from "./signInCode";

export type AccountState =
  | { kind: "loading" }
  | { kind: "away" }
  | { kind: "signed-out"; message: string | null }
  | { kind: "invited"; code: string }
  | { kind: "signed-in"; account: Me };

const RETRY_MS = 2_000;

/** Who is signed in here, and the ways to change that. */
export function useAccount() {
  const [state, setState] = useState<AccountState>({ kind: "loading" });

  const welcome = useCallback(async (account: Me) => {
    // A language whose words can't be had leaves the one before.
    await showLanguage(account.language).catch(() => undefined);
    await beginToSpeak();
    keepLanguage(account.language);
    void keepAccount(account);
    setState({ kind: "signed-in", account });
  }, []);

  /**
   * Reads who is signed in. Somebody who has just come is where this browser is, and who has not
   * chosen a language speaks that of the browser.
   */
  const arrive = useCallback(
    async (hasJustCome: boolean) => {
      const account = await readAccount();
      const isElsewhere = hasJustCome && account.time_zone !== viewerZone();
      const changes = {
        ...(isElsewhere ? { time_zone: viewerZone() } : {}),
        ...(account.has_chosen_language ? {} : { language: browserLanguage() }),
      };
      const isAsItWas = Object.keys(changes).length === 0;
      // What can't be written now keeps nobody out.
      await welcome(isAsItWas ? account : await saveMe(changes).catch(() => account));
    },
    [welcome],
  );

  const enter = useCallback(
    async (ticket: Ticket | null) => {
      if (ticket?.kind === "invitation") {
        await beginToSpeak();
        setState({ kind: "invited", code: ticket.code });
        return;
      }
      try {
        if (ticket) await signIn(ticket.code);
        await arrive(ticket !== null);
      } catch (reason) {
        const isAway = reason instanceof ApiAwayError && !ticket;
        const known = isAway ? await knownAccount() : null;
        // Somebody was signed out while the page was closed.
        if (!ticket && reason instanceof ApiProblemError && reason.signedOut) {
          await forgetKnown();
          forgetLanguage();
        }
        if (known) return welcome(known);
        await beginToSpeak();
        setState(stateAfter(reason, ticket !== null));
      }
    },
    [arrive, welcome],
  );

  useEffect(() => {
    void enter(takeTicketFromAddress());
    // A sign-in link opened in a tab that shows the page already changes the fragment only.
    const linkOpened = () => {
      const ticket = takeTicketFromAddress();
      if (ticket) void enter(ticket);
    };
    window.addEventListener("hashchange", linkOpened);
    return () => window.removeEventListener("hashchange", linkOpened);
  }, [enter]);

  useEffect(() => {
    if (state.kind !== "away") return;
    const timer = setInterval(() => void enter(null), RETRY_MS);
    return () => clearInterval(timer);
  }, [state.kind, enter]);

  const submit = useCallback((pasted: string) => enter(ticketFrom(pasted)), [enter]);
  /** Signs in by name; the words for what stands in the way, where something does. */
  const submitName = useCallback(
    (name: string, password: string) =>
      tried(TEXTS.signIn.wrong, async () => {
        await signInByName(name, password);
        await arrive(false);
      }),
    [arrive],
  );
  const accept = useCallback(
    (code: string, name: string, password: string) =>
      tried(TEXTS.invitation.used, async () => {
        await acceptInvitation(code, name, password);
        await arrive(true);
      }),
    [arrive],
  );
  const decline = useCallback(() => void enter(null), [enter]);
  const expire = useCallback(() => {
    forgetWorkspace();
    void unsubscribe().catch(() => undefined);
    void forgetKnown();
    forgetLanguage();
    setState({ kind: "signed-out", message: TEXTS.signIn.expired });
  }, []);
  const leave = useCallback(async () => {
    await leavePushes().catch(() => undefined);
    await signOut().catch(() => undefined);
    forgetWorkspace();
    await forgetKnown();
    forgetLanguage();
    setState({ kind: "signed-out", message: null });
  }, []);

  return { state, submit, submitName, accept, decline, change: welcome, expire, leave };
}

/** Does it; why it could not be done, for the form that wanted it. `refused`: not let in. */
async function tried(refused: string, work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (reason) {
    if (!(reason instanceof ApiProblemError)) return TEXTS.signIn.away;
    return reason.signedOut ? refused : reason.message;
  }
}

function stateAfter(reason: unknown, hadCode: boolean): AccountState {
  if (reason instanceof ApiAwayError) return { kind: "away" };
  if (reason instanceof ApiProblemError && reason.signedOut)
    return { kind: "signed-out", message: hadCode ? TEXTS.signIn.refused : null };
  return { kind: "signed-out", message: reason instanceof Error ? reason.message : String(reason) };
}
