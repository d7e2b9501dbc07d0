const SIGN_IN = /[#&]sign-in=([^&\s]+)/;
const INVITATION = /[#&]invitation=([^&\s]+)/;

/** What somebody comes with: the code of a sign-in link, or of an invitation. */
export interface Ticket {
  kind: "sign-in" | "invitation";
  code: string;
}

/** What a pasted link is; any other text is taken for the code of a sign-in link. */
export function ticketFrom(pasted: string): Ticket {
  const invitation = INVITATION.exec(pasted)?.[1];
  if (invitation) return { kind: "invitation", code: decodeURIComponent(invitation) };
  const code = SIGN_IN.exec(pasted)?.[1];
  return { kind: "sign-in", code: code ? decodeURIComponent(code) : pasted.trim() };
}

/** Returns the code in a pasted link, or the pasted text itself when it is no link. */
export const codeFrom = (pasted: string): string => ticketFrom(pasted).code;

/** Returns what the page's address holds, and removes it from the address and the history. */
export function takeTicketFromAddress(): Ticket | null {
  const { hash, pathname, search } = window.location;
  if (!SIGN_IN.test(hash) && !INVITATION.test(hash)) return null;
  window.history.replaceState(null, "", pathname + search);
  return ticketFrom(hash);
}

/** The address that signs a device in which opens it. */
export const signInLink = (page: string, code: string): string =>
  `${page}#sign-in=${encodeURIComponent(code)}`;

/** The address that somebody who is invited opens. */
export const invitationLink = (page: string, code: string): string =>
  `${page}#invitation=${encodeURIComponent(code)}`;
