import { type FormEvent, useId, useState } from "react";
import { TEXTS } from "../texts";

interface Props {
  message: string | null;
  onSubmit: (pasted: string) => Promise<void>;
}

export function SignIn({ message, onSubmit }: Props) {
  const [pasted, setPasted] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!pasted.trim()) return;
    setBusy(true);
    await onSubmit(pasted);
    setBusy(false);
  };

  return (
    <main className="sign-in">
      <img src="/favicon.svg" alt="" width={72} height={72} />
      <h1>{TEXTS.name}</h1>
      <p className="promise">{TEXTS.promise}</p>
      <section className="card" aria-labelledby={`${field}-heading`}>
        <h2 id={`${field}-heading`}>{TEXTS.signIn.heading}</h2>
        {message && (
          <p className="problem" role="alert">
            {message}
          </p>
        )}
        <p>{TEXTS.signIn.intro}</p>
        <p>
          {TEXTS.signIn.how} <code>{TEXTS.signIn.command}</code> {TEXTS.signIn.then}
        </p>
        <form onSubmit={(event) => void submit(event)}>
          <label htmlFor={field}>{TEXTS.signIn.field}</label>
          <input
            id={field}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <button type="submit" className="primary" disabled={busy}>
            {busy ? TEXTS.signIn.signingIn : TEXTS.signIn.submit}
          </button>
        </form>
      </section>
    </main>
  );
}
