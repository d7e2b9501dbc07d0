import { type FormEvent, useId, useState } from "react";
import { TEXTS } from "../texts";

interface Props {
  onSubmit: (name: string, password: string) => Promise<string | null>;
}

/** Signs in with a name and a password. */
export function NameForm({ onSubmit }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setProblem(await onSubmit(name, password));
    setBusy(false);
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}-name`}>{TEXTS.signIn.name}</label>
      <input
        id={`${id}-name`}
        autoComplete="username"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-password`}>{TEXTS.signIn.password}</label>
      <input
        id={`${id}-password`}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="primary" disabled={busy}>
        {busy ? TEXTS.signIn.signingIn : TEXTS.signIn.submit}
      </button>
      <p className="hint">{TEXTS.signIn.forgotten}</p>
    </form>
  );
}
