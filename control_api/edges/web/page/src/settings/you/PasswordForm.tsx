import { useState } from "react";
import { readAccount, savePassword } from "../../api/account";
import { codeFrom } from "../../account/signInCode";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { useDoing } from "../form/useDoing";

const SHORTEST = 8;

/** Sets the first password, which takes a fresh sign-in link, or another one, which takes the old. */
export function PasswordForm() {
  const { account, onAccount, show } = useSession();
  const had = account.sign_in_name;
  const [name, setName] = useState(had ?? account.name);
  const [password, setPassword] = useState("");
  const [proof, setProof] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { busy, problem, run, forget } = useDoing();

  if (!isOpen)
    return (
      <button type="button" className="control" onClick={() => setOpen(true)}>
        {had === null ? SETTINGS.you.setPassword : SETTINGS.you.changePassword}
      </button>
    );

  const save = async () => {
    const isSaved = await run(async () => {
      await savePassword({
        password,
        name,
        ...(had === null ? { code: codeFrom(proof) } : { old_password: proof }),
      });
      onAccount(await readAccount());
    });
    if (!isSaved) return;
    show(SETTINGS.you.passwordSaved);
    setOpen(false);
    setPassword("");
    setProof("");
  };
  const close = () => {
    forget();
    setOpen(false);
  };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={SETTINGS.you.signInName}
        autoComplete="username"
        autoFocus
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={had === null ? SETTINGS.proof.code : SETTINGS.you.oldPassword}
        hint={had === null ? SETTINGS.proof.how : undefined}
        type={had === null ? "text" : "password"}
        autoComplete={had === null ? "off" : "current-password"}
        spellCheck={false}
        required
        value={proof}
        onChange={(event) => setProof(event.target.value)}
      />
      <TextField
        label={SETTINGS.you.newPassword}
        hint={SETTINGS.you.newPasswordHint}
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Failure>{problem}</Failure>
      <div className="form-deeds">
        <button type="submit" className="primary" disabled={busy}>
          {SETTINGS.you.savePassword}
        </button>
        <button type="button" className="quiet" onClick={close}>
          {SETTINGS.cancel}
        </button>
      </div>
    </form>
  );
}
