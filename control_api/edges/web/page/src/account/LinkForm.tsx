import { type FormEvent, useId, useState } from "react";
import { TEXTS } from "../texts";

/** Signs in with a link, and says where there is one. */
export function LinkForm({ onSubmit }: { onSubmit: (pasted: string) => Promise<void> }) {
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
    <>
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
    </>
  );
}
