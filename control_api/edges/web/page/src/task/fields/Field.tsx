import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { TEXTS } from "../../texts";
import type { Spot } from "./hint";
import { Said } from "./Said";

interface Props {
  spot: Spot;
  label: string;
  /** As it is now; null for nothing. */
  value: ReactNode | null;
  /** The editor, which calls `close` when it is done. */
  children: (close: () => void) => ReactNode;
}

/** One field: what it is called, what it is, and its editor below when it is pressed. */
export function Field({ spot, label, value, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };

  return (
    <div className="field">
      <button
        ref={button}
        type="button"
        className="field-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="field-label">{label}</span>{" "}
        <span className="field-value" data-empty={value === null}>
          {value ?? TEXTS.task.none}
        </span>
      </button>
      {isOpen && (
        <div id={id} className="field-editor" onKeyDown={onKey}>
          {children(close)}
        </div>
      )}
      <Said spot={spot} />
    </div>
  );
}
