import { createContext, useContext } from "react";
import type { Me } from "../api/contract";
import { ApiProblemError } from "../api/http";
import { TEXTS } from "../texts";

/** Who is signed in, and what all parts of the page may say to that person. */
export interface Session {
  account: Me;
  onAccount: (account: Me) => void;
  /** The session has ended without the person's doing. */
  onSignedOut: () => void;
  onSignOut: () => void;
  /** Shows a message; with a command, also a button that takes it back. */
  show: (text: string, commandId?: string | null) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Nobody is signed in here.");
  return session;
}

/** Says why something could not be done, or that one is signed out. */
export function tellFailure(
  reason: unknown,
  { show, onSignedOut }: Pick<Session, "show" | "onSignedOut">,
): void {
  if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
  else show(reason instanceof ApiProblemError ? reason.message : TEXTS.notice.apiAway);
}
