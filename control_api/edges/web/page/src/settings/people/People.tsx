import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readAccounts, removeAccount } from "../../api/account";
import type { Account } from "../../api/owned";
import { AskFirst } from "../../asking/AskFirst";
import { useSession } from "../../session/session";
import { dayWords } from "../../tasks/moments";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Loaded } from "../form/Loaded";
import { ProofField, proofOf } from "../form/ProofField";
import { Row } from "../form/Row";
import { useDoing } from "../form/useDoing";

const ACCOUNTS = ["accounts"];
const WORDS = SETTINGS.people;

/** Everybody who has an account here; the owner may remove the others, for good. */
export function People() {
  const query = useQuery({ queryKey: ACCOUNTS, queryFn: readAccounts });
  const client = useQueryClient();
  const { account: me, show } = useSession();
  const [asked, setAsked] = useState<Account | null>(null);
  const [proof, setProof] = useState("");
  const { busy, problem, run, forget } = useDoing();

  const close = () => {
    setAsked(null);
    setProof("");
    forget();
  };
  const remove = async (account: Account) => {
    const isRemoved = await run(async () => {
      await removeAccount(account.id, proofOf(proof, me.sign_in_name !== null));
      await client.invalidateQueries({ queryKey: ACCOUNTS });
    });
    if (!isRemoved) return;
    show(WORDS.removed(nameOf(account)));
    close();
  };

  return (
    <>
      <Loaded query={query}>
        {(accounts) => (
          <ul className="things" aria-label={WORDS.people}>
            {accounts.map((account) => (
              <Row key={account.id} name={nameOf(account)} about={accountWords(account, me.id)}>
                {!account.is_owner && (
                  <button
                    type="button"
                    className="quiet warm"
                    aria-label={WORDS.removeOf(nameOf(account))}
                    onClick={() => setAsked(account)}
                  >
                    {SETTINGS.remove}
                  </button>
                )}
              </Row>
            ))}
          </ul>
        )}
      </Loaded>
      {asked && (
        <AskFirst
          question={WORDS.askRemove(nameOf(asked))}
          yes={WORDS.removeForGood}
          no={SETTINGS.cancel}
          busy={busy}
          onYes={() => void remove(asked)}
          onNo={close}
        >
          <p className="hint">{WORDS.removeMeans}</p>
          <ProofField value={proof} onChange={setProof} />
          <Failure>{problem}</Failure>
        </AskFirst>
      )}
    </>
  );
}

const nameOf = ({ name, sign_in_name }: Account): string => name || sign_in_name || WORDS.nameless;

function accountWords({ id, is_owner, sign_in_name, created_at }: Account, me: string): string {
  return [
    ...(id === me ? [WORDS.you] : []),
    ...(is_owner ? [WORDS.owner] : []),
    sign_in_name === null ? WORDS.noPassword : WORDS.signsInAs(sign_in_name),
    WORDS.since(dayWords(created_at)),
  ].join(" · ");
}
