import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { endOtherSessions, endSession, readSessions } from "../../api/account";
import { AskFirst } from "../../asking/AskFirst";
import { useSession } from "../../session/session";
import { momentWords } from "../../tasks/moments";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { useDoing } from "../form/useDoing";
import { browserWords } from "./browserWords";

const SESSIONS = ["sessions"];
const WORDS = SETTINGS.you;

/** The browsers that are signed in, and signing out elsewhere. */
export function Sessions() {
  const query = useQuery({ queryKey: SESSIONS, queryFn: readSessions });
  const client = useQueryClient();
  const { show } = useSession();
  const [isAsked, setAsked] = useState(false);
  const { busy, problem, run } = useDoing();

  const end = (work: Promise<void>, words: string) =>
    run(async () => {
      await work;
      show(words);
      await client.invalidateQueries({ queryKey: SESSIONS });
    });

  return (
    <>
      <Loaded query={query}>
        {(sessions) => (
          <ul className="things" aria-label={WORDS.sessions}>
            {sessions.map(({ id, browser, current, last_used_at }) => {
              const name = browserWords(browser);
              return (
                <Row
                  key={id}
                  name={name}
                  about={current ? WORDS.thisBrowser : WORDS.lastUsed(momentWords(last_used_at))}
                >
                  {!current && (
                    <button
                      type="button"
                      className="quiet"
                      aria-label={WORDS.endSessionOf(name)}
                      disabled={busy}
                      onClick={() => void end(endSession(id), WORDS.sessionEnded(name))}
                    >
                      {TEXTS.signIn.signOut}
                    </button>
                  )}
                </Row>
              );
            })}
          </ul>
        )}
      </Loaded>
      <Failure>{problem}</Failure>
      <button
        type="button"
        className="control warm"
        disabled={busy}
        onClick={() => setAsked(true)}
      >
        {WORDS.endOthers}
      </button>
      {isAsked && (
        <AskFirst
          question={WORDS.askEndOthers}
          yes={WORDS.endOthers}
          no={SETTINGS.cancel}
          onNo={() => setAsked(false)}
          onYes={() => {
            setAsked(false);
            void end(endOtherSessions(), WORDS.othersEnded);
          }}
        >
          <p className="hint">{WORDS.endOthersMeans}</p>
        </AskFirst>
      )}
    </>
  );
}
