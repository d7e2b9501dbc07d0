import type { LanguageName, Me, TokenScope } from "./contract";
import type {
  AccessTokens,
  Accounts,
  BrowserSessions,
  DeviceCode,
  Invitation,
  MadeAccessToken,
} from "./owned";
import { request } from "./http";

/** What shows that it is the person who asks: the password, or the code of a fresh sign-in link. */
export interface Proof {
  password?: string;
  code?: string;
}

export const signIn = (code: string) => request<void>("POST", "/api/v1/sign-in", { code });
export const signInByName = (name: string, password: string) =>
  request<void>("POST", "/api/v1/sign-in", { name, password });
export const signOut = () => request<void>("POST", "/api/v1/sign-out");
/** Makes the account of somebody who was invited, and signs this browser in to it. */
export const acceptInvitation = (invitation: string, name: string, password: string) =>
  request<Me>("POST", "/api/v1/accounts", { invitation, name, password });

export const readAccount = () => request<Me>("GET", "/api/v1/me");
export const saveName = (name: string) => request<Me>("PATCH", "/api/v1/me", { name });
/** Several of it at once; what is left out stays. */
export const saveMe = (changes: Partial<Pick<Me, "time_zone" | "language">>) => request<Me>("PATCH", "/api/v1/me", changes);
export const saveTimeZone = (time_zone: string) =>
  request<Me>("PATCH", "/api/v1/me", { time_zone });
export const saveLanguage = (language: LanguageName) =>
  request<Me>("PATCH", "/api/v1/me", { language });

/** Sets the password. Who has one shows it, who has none shows a code. */
export const savePassword = (wanted: {
  password: string;
  old_password?: string;
  code?: string;
  name?: string;
}) => request<void>("PUT", "/api/v1/me/password", wanted);

export const readSessions = () =>
  request<BrowserSessions>("GET", "/api/v1/sessions").then((page) => page.items);
export const endSession = (id: string) => request<void>("DELETE", `/api/v1/sessions/${id}`);
/** Also ends what was signed at the machine, and conversations. */
export const endOtherSessions = () => request<void>("DELETE", "/api/v1/sessions");

/** A code that signs another device in; the one made before counts no more. */
export const makeDeviceCode = () => request<DeviceCode>("POST", "/api/v1/device-codes");

export const readAccessTokens = () =>
  request<AccessTokens>("GET", "/api/v1/access-tokens").then((page) => page.items);
/** `expires_at`: null means never. The answer has the token itself, this once. */
export const makeAccessToken = (
  wanted: { name: string; scopes: TokenScope[]; expires_at: string | null } & Proof,
) => request<MadeAccessToken>("POST", "/api/v1/access-tokens", wanted);
export const revokeAccessToken = (id: string) =>
  request<void>("DELETE", `/api/v1/access-tokens/${id}`);

/** For the owner of this Saydo: everybody who has an account, the oldest first. */
export const readAccounts = () =>
  request<Accounts>("GET", "/api/v1/accounts").then((page) => page.items);
export const removeAccount = (id: string, proof: Proof) =>
  request<void>("DELETE", `/api/v1/accounts/${id}`, proof);
export const invite = (life_h: number) =>
  request<Invitation>("POST", "/api/v1/invitations", { life_h });
export const withdrawInvitation = (id: string) =>
  request<void>("DELETE", `/api/v1/invitations/${id}`);
