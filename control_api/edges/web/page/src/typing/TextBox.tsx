import { type FormEvent, type RefObject, useState } from "react";
import { SendIcon } from "../Icons";
import { TEXTS } from "../texts";

const LONGEST_MESSAGE = 2_000;

interface Props {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  /** Resolves to false when the message was not taken; it then stays in the box. */
  onSend: (text: string) => Promise<boolean>;
}

export function TextBox({ field, text, onText, onSend }: Props) {
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const message = text.trim();
    if (!message || busy) return;
    setBusy(true);
    onText("");
    if (!(await onSend(message))) onText(message);
    setBusy(false);
  };

  return (
    <form className="text-box" onSubmit={(event) => void submit(event)}>
      <input
        ref={field}
        value={text}
        maxLength={LONGEST_MESSAGE}
        aria-label={TEXTS.typing.label}
        aria-keyshortcuts="/"
        placeholder={TEXTS.typing.placeholder}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => onText(event.target.value)}
      />
      <button type="submit" className="send" aria-label={TEXTS.typing.send} disabled={!text.trim()}>
        <SendIcon />
      </button>
      <p className="key-hints">
        <kbd>/</kbd> {TEXTS.typing.hint.type} <kbd>m</kbd> {TEXTS.typing.hint.mute}
      </p>
    </form>
  );
}
