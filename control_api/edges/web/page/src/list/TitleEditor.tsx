import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { TEXTS } from "../texts";

const LONGEST_TITLE = 500;

interface Props {
  title: string;
  onSave: (title: string) => void;
  /** `byKey`: the person is at the keyboard, and goes on from the title. */
  onClose: (byKey: boolean) => void;
}

/** Enter or leaving the field saves, Escape does not. */
export function TitleEditor({ title, onSave, onClose }: Props) {
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const finished = useRef(false);

  useEffect(() => field.current?.select(), []);

  const finish = (save: boolean, byKey: boolean) => {
    if (finished.current) return;
    finished.current = true;
    const next = text.trim();
    if (save && next && next !== title) onSave(next);
    onClose(byKey);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // The focus goes back to the title, which must not take the same key for a press.
    event.preventDefault();
    finish(event.key === "Enter", true);
  };

  return (
    <input
      ref={field}
      className="title-field"
      value={text}
      maxLength={LONGEST_TITLE}
      aria-label={TEXTS.tasks.renameField}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKey}
      onBlur={() => finish(true, false)}
    />
  );
}
