import { useId, useRef, useState } from "react";
import { SETTINGS } from "../../words/settings";

interface Props {
  label: string;
  value: string;
  hint: string;
  onDone: () => void;
}

/** What is shown this once, and can be copied. */
export function ShownOnce({ label, value, hint, onDone }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Pages on plain http may not: it is selected, for the keys that copy.
      field.current?.focus();
    }
  };

  return (
    <div className="shown-once">
      <label htmlFor={id}>{label}</label>
      <div className="line">
        <input
          ref={field}
          id={id}
          value={value}
          readOnly
          autoFocus
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="primary" onClick={() => void copy()}>
          {isCopied ? SETTINGS.copied : SETTINGS.copy}
        </button>
      </div>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <button type="button" className="control" onClick={onDone}>
        {SETTINGS.done}
      </button>
    </div>
  );
}
