import { type FormEvent, useId, useState } from "react";
import { TEXTS } from "../texts";
import { Welcome } from "./Welcome";

interface Props {
  /** Makes the account; the words for what stands in the way. */
  onAccept: (name: string, password: string) => Promise<string | null>;
  onBack: () => void;
}

const SHORTEST = 8;

/** What an invitation is, and the account that it makes. */
export function AcceptInvitation({ onAccept, onBack }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setProblem(await onAccept(name, password));
    setBusy(false);
  };

  return (
    <Welcome heading={TEXTS.invitation.heading}>
      <p>{TEXTS.invitation.intro}</p>
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-name`}>{TEXTS.invitation.name}</label>
        <input
          id={`${id}-name`}
          autoComplete="username"
          maxLength={200}
          required
          aria-describedby={`${id}-name-hint`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-name-hint`} className="hint">
          {TEXTS.invitation.nameHint}
        </p>
        <label htmlFor={`${id}-password`}>{TEXTS.invitation.password}</label>
        <input
          id={`${id}-password`}
          type="password"
          autoComplete="new-password"
          minLength={SHORTEST}
          required
          aria-describedby={`${id}-password-hint`}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p id={`${id}-password-hint`} className="hint">
          {TEXTS.invitation.passwordHint}
        </p>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? TEXTS.invitation.making : TEXTS.invitation.submit}
        </button>
        <button type="button" className="quiet" onClick={onBack}>
          {TEXTS.invitation.back}
        </button>
      </form>
    </Welcome>
  );
}
