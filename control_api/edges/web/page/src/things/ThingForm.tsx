import { type FormEvent, type ReactNode, useState } from "react";
import { TextField } from "../settings/form/Field";
import { TEXTS } from "../texts";

const LONGEST_NAME = 200;

interface Props {
  /** What it is called so far. */
  name?: string;
  /** What the button says that keeps it. */
  save: string;
  isBusy?: boolean;
  onSave: (name: string) => void;
  /** What else it has. */
  children: ReactNode;
  /** What else is done with it. */
  deeds?: ReactNode;
}

/** Asks what a project or a saved filter is called, and what else it has. */
export function ThingForm({ name: before = "", save, isBusy, onSave, children, deeds }: Props) {
  const [name, setName] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(name.trim());
  };
  return (
    <form className="thing-form" onSubmit={submit}>
      <TextField
        label={TEXTS.things.name}
        value={name}
        required
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {children}
      <div className="deeds">
        <button type="submit" className="primary" aria-busy={isBusy} disabled={!name.trim()}>
          {save}
        </button>
        {deeds}
      </div>
    </form>
  );
}
