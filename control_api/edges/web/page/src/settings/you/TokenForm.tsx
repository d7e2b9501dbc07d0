import { useState } from "react";
import { makeAccessToken } from "../../api/account";
import { TOKEN_SCOPES, type TokenScope } from "../../api/contract";
import type { MadeAccessToken } from "../../api/owned";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice, TextField } from "../form/Field";
import { ProofField, proofOf } from "../form/ProofField";
import { useDoing } from "../form/useDoing";
import { endOf, LIVES, type Life } from "./tokenLife";

interface Props {
  onMade: (token: MadeAccessToken) => void;
  onCancel: () => void;
}

const WORDS = SETTINGS.you;

/** Makes an access token; one that may do everything takes the password again. */
export function TokenForm({ onMade, onCancel }: Props) {
  const { account } = useSession();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<TokenScope>("write");
  const [life, setLife] = useState<Life>("90");
  const [proof, setProof] = useState("");
  const { busy, problem, run } = useDoing();

  const make = () =>
    run(async () => {
      const shown = scope === "admin" ? proofOf(proof, account.sign_in_name !== null) : {};
      onMade(
        await makeAccessToken({
          name,
          scopes: [scope],
          expires_at: endOf(life, new Date()),
          ...shown,
        }),
      );
    });

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        label={WORDS.tokenName}
        hint={WORDS.tokenNameHint}
        autoFocus
        required
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Choice
        label={WORDS.tokenScope}
        hint={WORDS.scopeHints[scope]}
        value={scope}
        options={TOKEN_SCOPES.map((each) => [each, WORDS.scopes[each]] as const)}
        onChoose={setScope}
      />
      <Choice
        label={WORDS.tokenLife}
        value={life}
        options={LIVES.map((each) => [each, WORDS.lives[each]] as const)}
        onChoose={setLife}
      />
      {scope === "admin" && <ProofField value={proof} onChange={setProof} />}
      <Failure>{problem}</Failure>
      <div className="form-deeds">
        <button type="submit" className="primary" disabled={busy}>
          {WORDS.makeToken}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {SETTINGS.cancel}
        </button>
      </div>
    </form>
  );
}
