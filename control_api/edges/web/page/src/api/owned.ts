/**
 * What the page knows of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */

import type { EventType, ExportFormat, ImportFormat, Kind, Receipt, Task, TokenScope } from "./contract";

/** A token as its owner sees it later: all but itself. */
export interface AccessToken {
  id: string;
  name: string;
  scopes: TokenScope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

/** Answer of `GET /api/v1/access-tokens`: all of the person's own, newest first. */
export interface AccessTokens {
  items: AccessToken[];
  next_cursor: null;
}

/** A person of this Saydo, as its owner sees them. */
export interface Account {
  id: string;
  name: string;
  sign_in_name: string | null;
  created_at: string;
  is_owner: boolean;
}

/** Answer of `GET /api/v1/accounts`: all of them, the oldest first. */
export interface Accounts {
  items: Account[];
  next_cursor: null;
}

/** Copies of files, all of them opened and checked after they were made. */
export interface Backup {
  id: string;
  made_at: string;
  reason: "hand" | "restore" | "schedule" | "upgrade";
  saydo: string;
  files: BackupFile[];
  damaged: Record<string, string[]>;
}

/** One file of a backup. */
export interface BackupFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** Every backup, newest first. */
export interface BackupPage {
  items: Backup[];
  next_cursor: string | null;
  last_restore: Restore | null;
}

/** A browser that is signed in. */
export interface BrowserSession {
  id: string;
  browser: string;
  current: boolean;
  created_at: string;
  last_used_at: string;
  expires_at: string;
}

/** Answer of `GET /api/v1/sessions`: all of the person's own, newest first. */
export interface BrowserSessions {
  items: BrowserSession[];
  next_cursor: null;
}

/** What becomes of the things of one kind. */
export interface Counts {
  new: number;
  changed: number;
  restored: number;
  same: number;
  kept: number;
  trashed: number;
}

/** Answer to making one, 201. */
export interface DeviceCode {
  code: string;
  expires_at: string;
}

/** What an export would hold, and what the format has no place for. */
export interface ExportReport {
  format: ExportFormat;
  counts: Record<Kind, number>;
  losses: Loss[];
}

/** A secret address of a read-only calendar. */
export interface Feed {
  id: string;
  name: string;
  kind: "event" | "todo";
  created_at: string;
}

/** The feeds of a workspace. */
export interface FeedList {
  items: Feed[];
}

/** Answer to an import: what it would do, or did. */
export interface ImportReport {
  format: ImportFormat;
  dry_run: boolean;
  counts: Record<Kind, Counts>;
  losses: Loss[];
  warnings: string[];
  sample: Task[];
  stops: string | null;
  command_id: string | null;
}

/** Answer to making one, 201. */
export interface Invitation {
  id: string;
  code: string;
  expires_at: string;
}

/** What one field comes to on the other side, where it is not the same. */
export interface Loss {
  field: string;
  what: string;
  kept: boolean;
  count: number;
  examples: string[];
}

/** Answer to making one, 201. */
export interface MadeAccessToken {
  id: string;
  name: string;
  scopes: TokenScope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  token: string;
}

/** A new feed, with the address that is shown this once. */
export interface MadeFeed {
  id: string;
  name: string;
  kind: "event" | "todo";
  created_at: string;
  path: string;
}

/** A new webhook with its secret, which is shown only now. */
export interface MadeWebhook {
  id: string;
  url: string;
  events: EventType[];
  active: boolean;
  position: number;
  failures: number;
  failing_since: string | null;
  created_at: string;
  secret: string;
}

/** A person in a shared workspace. */
export interface Member {
  account_id: string;
  name: string;
  role: "editor" | "owner" | "viewer";
  since: string;
}

/** Answer of `GET /api/v1/workspaces/{id}/members`: who came first comes first. */
export interface Members {
  items: Member[];
  next_cursor: null;
}

/** How a person wants to be reminded; body of `PUT /api/v1/me/notifications`. */
export interface Notifications {
  push: string[];
  remind_at_due: boolean;
  spoken: boolean;
}

/** Answer of `GET /api/v1/push-key`. */
export interface PushKey {
  public_key: string;
}

/** One page of reminders. */
export interface ReceiptPage {
  items: Receipt[];
  next_cursor: string | null;
}

/** A backup that the running server was told to put back, and what became of that. */
export interface Restore {
  id: string;
  backup: Backup;
  state: "begun" | "done" | "failed";
  detail: string;
  before: Backup | null;
  set_aside: string[];
}

/** A workspace, as one of its people sees it. */
export interface SharedWorkspace {
  id: string;
  name: string;
  role: "editor" | "owner" | "viewer";
  is_personal: boolean;
  created_at: string;
}

/** Answer of `GET /api/v1/workspaces`: the person's own, then those they share, by age. */
export interface SharedWorkspaces {
  items: SharedWorkspace[];
  next_cursor: null;
}

/** Answer of `GET /api/v1/reminders/silent`. */
export interface SilentReminders {
  items: string[];
  next_cursor: null;
}

/** Whether the words of conversations are kept: `/api/v1/me/transcripts`. */
export interface Transcripts {
  keep_days: number;
}

/** Answer of `GET /api/v1/me/settings`. */
export interface VoiceSettings {
  id: string;
  created_at: string;
  updated_at: string;
  speed: number;
  patience: number;
  sensitivity: "high" | "low" | "normal";
  microphone: "open" | "push_to_talk";
  sleep_after_min: number;
  longest_min: number;
  hearing_leaves: "always" | "never";
  thinking_leaves: "always" | "never" | "questions";
  speaking_leaves: "always" | "never" | "questions";
}

/** An address that events are sent to, one after the other. */
export interface Webhook {
  id: string;
  url: string;
  events: EventType[];
  active: boolean;
  position: number;
  failures: number;
  failing_since: string | null;
  created_at: string;
}

/** Answer of `GET /api/v1/webhooks`. */
export interface WebhookList {
  items: Webhook[];
}
