import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Backup } from "../../api/owned";
import { makeBackup, readBackups } from "../../api/moving";
import { AskFirst } from "../../asking/AskFirst";
import { useSession } from "../../session/session";
import { momentWords } from "../../tasks/moments";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { useDoing } from "../form/useDoing";
import { bytesWords } from "./bytesWords";
import { restoreAndWait } from "./restoring";

const BACKUPS = ["backups"];
const WORDS = SETTINGS.data;
/** So many are shown until all are wanted. */
const FIRST = 5;

/** Copies of everything, of everybody: made, and put back. */
export function Backups() {
  const query = useQuery({ queryKey: BACKUPS, queryFn: readBackups });
  const client = useQueryClient();
  const { show } = useSession();
  const [asked, setAsked] = useState<Backup | null>(null);
  const [isAll, setAll] = useState(false);
  const [isRestoring, setRestoring] = useState(false);
  const { busy, problem, run } = useDoing();

  const make = () =>
    run(async () => {
      await makeBackup();
      show(WORDS.backupMade);
      await client.invalidateQueries({ queryKey: BACKUPS });
    });
  const restore = async (backup: Backup) => {
    setAsked(null);
    setRestoring(true);
    await run(async () => {
      await restoreAndWait(backup.id);
      show(WORDS.restored(momentWords(backup.made_at)));
    });
    setRestoring(false);
    await client.invalidateQueries();
  };

  return (
    <>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{WORDS.noBackups}</p>
          ) : (
            <>
              <ul className="things" aria-label={WORDS.backups}>
                {items.slice(0, isAll ? undefined : FIRST).map((backup) => (
                  <Row
                    key={backup.id}
                    name={momentWords(backup.made_at)}
                    about={backupWords(backup)}
                  >
                    <button
                      type="button"
                      className="quiet warm"
                      aria-label={WORDS.restoreOf(momentWords(backup.made_at))}
                      disabled={busy}
                      onClick={() => setAsked(backup)}
                    >
                      {WORDS.restore}
                    </button>
                  </Row>
                ))}
              </ul>
              {items.length > FIRST && !isAll && (
                <button type="button" className="quiet" onClick={() => setAll(true)}>
                  {WORDS.allBackups(items.length)}
                </button>
              )}
            </>
          )
        }
      </Loaded>
      <p role="status">{isRestoring && WORDS.restoring}</p>
      <Failure>{problem}</Failure>
      <button type="button" className="control" disabled={busy} onClick={() => void make()}>
        {WORDS.makeBackup}
      </button>
      {asked && (
        <AskFirst
          question={WORDS.askRestore(momentWords(asked.made_at))}
          yes={WORDS.restore}
          no={SETTINGS.cancel}
          onYes={() => void restore(asked)}
          onNo={() => setAsked(null)}
        >
          <p className="hint">{WORDS.restoreMeans}</p>
        </AskFirst>
      )}
    </>
  );
}

function backupWords({ reason, files, damaged }: Backup): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const lost = Object.keys(damaged);
  return [
    WORDS.reasons[reason],
    bytesWords(bytes),
    ...(lost.length > 0 ? [WORDS.damaged(lost.join(", "))] : []),
  ].join(" · ");
}
