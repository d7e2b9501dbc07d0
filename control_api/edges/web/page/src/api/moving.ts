import type { ExportFormat, ImportFormat } from "./contract";
import type {
  BackupPage,
  ExportReport,
  FeedList,
  ImportReport,
  MadeFeed,
  MadeWebhook,
  Restore,
  Webhook,
  WebhookList,
} from "./owned";
import { ROOT } from "../root";
import { request } from "./http";

/** A large file takes up to three minutes to be read, and some to arrive. */
const IMPORT_DEADLINE_MS = 6 * 60_000;
/** For a backup every file is copied, opened and checked. */
const LONG = { deadlineMs: 2 * 60_000 };

interface ImportWish {
  format: ImportFormat;
  /** Changes nothing, and says what would be. */
  dryRun: boolean;
  /** Also when much of what is here would change. */
  force?: boolean;
  /** Project for tasks of a file that names none. */
  project: string;
  key?: string;
}

/** Takes a file in as one command, or says what that would do. */
export function importFile(file: Blob, wish: ImportWish): Promise<ImportReport> {
  const query = new URLSearchParams({
    format: wish.format,
    dry_run: String(wish.dryRun),
    force: String(wish.force ?? false),
    name: wish.project,
  });
  return request("POST", `/api/v1/import?${query}`, file, {
    deadlineMs: IMPORT_DEADLINE_MS,
    idempotencyKey: wish.key,
  });
}

/** The address of everything as a file. */
export const exportAddress = (format: ExportFormat, history: boolean) =>
  `${ROOT}/api/v1/export?${new URLSearchParams({ format, history: String(history) })}`;
export const readExportReport = (format: ExportFormat) =>
  request<ExportReport>("GET", `/api/v1/export/report?format=${format}`);

export const readBackups = () => request<BackupPage>("GET", "/api/v1/backups");
export const makeBackup = () => request<void>("POST", "/api/v1/backups", undefined, LONG);
/** Begins to put everything back; the list of backups then says what became of it. */
export const restoreBackup = (id: string) =>
  request<Restore>("POST", `/api/v1/backups/${encodeURIComponent(id)}/restore`, undefined, LONG);
export const readFeeds = () =>
  request<FeedList>("GET", "/api/v1/feeds").then(({ items }) => items);
/** The answer has the secret address, this once. */
export const makeFeed = (name: string, kind: "event" | "todo") =>
  request<MadeFeed>("POST", "/api/v1/feeds", { name, kind });
export const revokeFeed = (id: string) => request<void>("DELETE", `/api/v1/feeds/${id}`);

export const readWebhooks = () =>
  request<WebhookList>("GET", "/api/v1/webhooks").then(({ items }) => items);
/** The answer has the secret that messages are signed with, this once. */
export const makeWebhook = (url: string) =>
  request<MadeWebhook>("POST", "/api/v1/webhooks", { url });
export const switchWebhook = (id: string, active: boolean) =>
  request<Webhook>("PATCH", `/api/v1/webhooks/${id}`, { active });
export const removeWebhook = (id: string) => request<void>("DELETE", `/api/v1/webhooks/${id}`);
