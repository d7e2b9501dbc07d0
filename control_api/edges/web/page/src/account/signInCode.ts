const FRAGMENT = /[#&]sign-in=([^&\s]+)/;

/** Returns the code in a pasted link, or the pasted text itself when it is no link. */
export function codeFrom(pasted: string): string {
  const inLink = FRAGMENT.exec(pasted)?.[1];
  return inLink ? decodeURIComponent(inLink) : pasted.trim();
}

/** Returns the code in the page's address, and removes it from the address and the history. */
export function takeCodeFromAddress(): string | null {
  const code = FRAGMENT.exec(window.location.hash)?.[1];
  if (!code) return null;
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return decodeURIComponent(code);
}
