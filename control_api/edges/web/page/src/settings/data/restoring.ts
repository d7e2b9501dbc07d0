import type { BackupPage, Restore } from "../../api/owned";
import { ApiAwayError } from "../../api/http";
import { readBackups, restoreBackup } from "../../api/moving";
import { SETTINGS } from "../../words/settings";

const EVERY_MS = 1_000;
/** So often it is asked what became of it. */
const TIMES = 180;

interface Ways {
  begin: (id: string) => Promise<Restore>;
  look: () => Promise<BackupPage>;
  wait: () => Promise<void>;
}

const REAL: Ways = {
  begin: restoreBackup,
  look: readBackups,
  wait: () => new Promise((resolve) => setTimeout(resolve, EVERY_MS)),
};

/**
 * Puts a backup back, and waits until that is done: meanwhile the server goes away and comes back.
 * Throws when it failed, and all is as it was.
 */
export async function restoreAndWait(backupId: string, ways: Ways = REAL): Promise<void> {
  const { id } = await ways.begin(backupId);
  for (let time = 0; time < TIMES; time++) {
    await ways.wait();
    const found = await ways.look().catch((reason: unknown) => {
      if (reason instanceof ApiAwayError) return null;
      throw reason;
    });
    const restore = found?.last_restore;
    if (restore?.id !== id || restore.state === "begun") continue;
    if (restore.state === "failed") throw new RestoreFailedError(restore.detail);
    return;
  }
  throw new RestoreFailedError(SETTINGS.data.restoreUnknown);
}

/** It was not put back; all is as it was. */
export class RestoreFailedError extends Error {}
