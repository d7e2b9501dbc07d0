import type { Receipt } from "./contract";
import type {
  Notifications,
  PushKey,
  ReceiptPage,
  SilentReminders,
  Transcripts,
  VoiceSettings,
} from "./owned";
import { ApiProblemError, request } from "./http";

/** How the person wants to be spoken with; changed by the action `change_settings`. */
export const readVoiceSettings = () => request<VoiceSettings>("GET", "/api/v1/me/settings");

/** For how many days the words of conversations are kept; 0: not at all. */
export const readKeptDays = () =>
  request<Transcripts>("GET", "/api/v1/me/transcripts").then(({ keep_days }) => keep_days);
export const saveKeptDays = (keep_days: number) =>
  request<Transcripts>("PUT", "/api/v1/me/transcripts", { keep_days });

/** How the person wants to be reminded, the secrets in the addresses hidden. */
export const readNotifications = () =>
  request<Notifications>("GET", "/api/v1/me/notifications");
export const saveNotifications = (wanted: Notifications) =>
  request<Notifications>("PUT", "/api/v1/me/notifications", wanted);

/** What a browser subscribes with. */
export const readPushKey = () =>
  request<PushKey>("GET", "/api/v1/push-key").then(({ public_key }) => public_key);

/** Sentences on what can't reach the person, and what to do. */
export const readSilent = () =>
  request<SilentReminders>("GET", "/api/v1/reminders/silent").then(({ items }) => items);
/** What last went out, or could not, the latest first. */
export const readPastReminders = (): Promise<Receipt[]> =>
  request<ReceiptPage>(
    "GET",
    "/api/v1/reminders?state=due&state=delivered&state=heard&state=missed&limit=20",
  ).then(({ items }) => items);

/** Whether what is needed can be had, and in which versions. */
export interface Condition {
  database: boolean;
  livekit: boolean;
  versions: Record<string, string>;
}

/** How this Saydo is. */
export async function readCondition(): Promise<Condition> {
  const { versions } = await request<{ versions: Record<string, string> }>(
    "GET",
    "/api/v1/health",
  );
  const { database, livekit } = await readReadiness();
  return { database, livekit, versions };
}

/** An answer that something is missing is an answer, too. */
async function readReadiness(): Promise<{ database: boolean; livekit: boolean }> {
  try {
    return await request("GET", "/api/v1/ready");
  } catch (reason) {
    const said = reason instanceof ApiProblemError ? reason.problem : undefined;
    if (said && "database" in said && "livekit" in said)
      return { database: said.database === true, livekit: said.livekit === true };
    throw reason;
  }
}
