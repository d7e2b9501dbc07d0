import { ROOT } from "../root";

/** What the browser remembers the workspace under. */
const KEPT = "saydo.workspace";
export const WORKSPACE_HEADER = "Saydo-Workspace";

/**
 * The shared workspace that all of this page is about; null: the person's own. Another one is
 * another load of the page, so that nothing read or done in one can come into the other.
 */
export const WORKSPACE: string | null =
  typeof localStorage === "undefined" ? null : localStorage.getItem(KEPT);

/** Loads the page anew, about another workspace; null: the person's own. */
export function openWorkspace(id: string | null, path = "/"): void {
  if (id === null) forgetWorkspace();
  else localStorage.setItem(KEPT, id);
  location.assign(ROOT + path);
}

/** It is not for whoever signs in next. */
export const forgetWorkspace = (): void => localStorage.removeItem(KEPT);

/** What is kept in the browser of an account's own, or of this workspace as it sees that. */
export const scopeOf = (accountId: string): string =>
  WORKSPACE === null ? accountId : `${WORKSPACE}@${accountId}`;
