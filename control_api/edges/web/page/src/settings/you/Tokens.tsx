import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readAccessTokens, revokeAccessToken } from "../../api/account";
import type { AccessToken, MadeAccessToken } from "../../api/owned";
import { AskFirst } from "../../asking/AskFirst";
import { dayWords, momentWords } from "../../tasks/moments";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { ShownOnce } from "../form/ShownOnce";
import { useDoing } from "../form/useDoing";
import { TokenForm } from "./TokenForm";

const TOKENS = ["accessTokens"];
const WORDS = SETTINGS.you;

/** What programs show to act for the person: made, shown once, revoked. */
export function Tokens() {
  const query = useQuery({ queryKey: TOKENS, queryFn: readAccessTokens });
  const client = useQueryClient();
  const [made, setMade] = useState<MadeAccessToken | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [asked, setAsked] = useState<AccessToken | null>(null);
  const { busy, problem, run } = useDoing();
  const readAgain = () => client.invalidateQueries({ queryKey: TOKENS });

  const revoke = (token: AccessToken) => {
    setAsked(null);
    void run(async () => {
      await revokeAccessToken(token.id);
      await readAgain();
    });
  };

  return (
    <>
      <Loaded query={query}>
        {(tokens) =>
          tokens.length > 0 && (
            <ul className="things" aria-label={WORDS.tokens}>
              {tokens.map((token) => (
                <Row key={token.id} name={token.name} about={tokenWords(token)}>
                  <button
                    type="button"
                    className="quiet warm"
                    aria-label={WORDS.revokeToken(token.name)}
                    disabled={busy}
                    onClick={() => setAsked(token)}
                  >
                    {SETTINGS.revoke}
                  </button>
                </Row>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Failure>{problem}</Failure>
      {made ? (
        <ShownOnce
          label={WORDS.madeToken(made.name)}
          value={made.token}
          hint={SETTINGS.shownOnce}
          onDone={() => setMade(null)}
        />
      ) : isMaking ? (
        <TokenForm
          onMade={(token) => {
            setMade(token);
            setMaking(false);
            void readAgain();
          }}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <button type="button" className="control" onClick={() => setMaking(true)}>
          {WORDS.newToken}
        </button>
      )}
      {asked && (
        <AskFirst
          question={WORDS.askRevoke(asked.name)}
          yes={SETTINGS.revoke}
          no={SETTINGS.cancel}
          onYes={() => revoke(asked)}
          onNo={() => setAsked(null)}
        >
          <p className="hint">{WORDS.revokeMeans}</p>
        </AskFirst>
      )}
    </>
  );
}

function tokenWords({ scopes, expires_at, last_used_at }: AccessToken): string {
  return [
    scopes.map((scope) => WORDS.scopes[scope]).join(", "),
    expires_at === null ? WORDS.neverEnds : WORDS.endsOn(dayWords(expires_at)),
    last_used_at === null ? WORDS.neverUsed : WORDS.lastUsed(momentWords(last_used_at)),
  ].join(" · ");
}
