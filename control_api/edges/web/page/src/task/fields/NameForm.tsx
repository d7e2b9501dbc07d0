import { type FormEvent, useId, useState } from "react";

const LONGEST_NAME = 200;

interface Props {
  label: string;
  /** What the button says. */
  submit: string;
  /** Names there are already, offered while somebody types. */
  known?: readonly string[];
  longest?: number;
  /** Trimmed, and never empty. */
  onSubmit: (name: string) => void;
}

/** One line to type, with a button; what is known already is offered. */
export function NameForm(props: Props) {
  const { label, submit, known = [], longest = LONGEST_NAME, onSubmit } = props;
  const [text, setText] = useState("");
  const list = useId();

  const onEnter = (event: FormEvent) => {
    event.preventDefault();
    const name = text.trim();
    if (!name) return;
    onSubmit(name);
    setText("");
  };

  return (
    <form className="name-form" onSubmit={onEnter}>
      <input
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={longest}
        list={known.length > 0 ? list : undefined}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {known.length > 0 && (
        <datalist id={list}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {text.trim() !== "" && (
        <button type="submit" className="quiet">
          {submit}
        </button>
      )}
    </form>
  );
}
