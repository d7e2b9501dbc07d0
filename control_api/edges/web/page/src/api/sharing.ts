import type { Member, Members, SharedWorkspace, SharedWorkspaces } from "./owned";
import { request } from "./http";

/** Who also decides who is in it; who also changes what is in it; who looks at it. */
export type Role = Member["role"];

const addressOf = (id: string) => `/api/v1/workspaces/${id}`;

/** The person's own, then those they share, the oldest first. */
export const readWorkspaces = () =>
  request<SharedWorkspaces>("GET", "/api/v1/workspaces").then(({ items }) => items);
export const makeWorkspace = (name: string) =>
  request<SharedWorkspace>("POST", "/api/v1/workspaces", { name });
export const renameWorkspace = (id: string, name: string) =>
  request<SharedWorkspace>("PATCH", addressOf(id), { name });
/** For good, with all that is in it. */
export const deleteWorkspace = (id: string) => request<void>("DELETE", addressOf(id));

/** Who is in one, whoever came first first. */
export const readMembers = (id: string) =>
  request<Members>("GET", `${addressOf(id)}/members`).then(({ items }) => items);
/** `account`: an id, or the name that somebody signs in with. */
export const saveMember = (id: string, account: string, role: Role) =>
  request<Member>("PUT", `${addressOf(id)}/members/${encodeURIComponent(account)}`, { role });
export const removeMember = (id: string, account: string) =>
  request<void>("DELETE", `${addressOf(id)}/members/${account}`);
