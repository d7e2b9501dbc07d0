import { useEffect, useState } from "react";
import { TEXTS } from "../texts";
import { CloseIcon } from "../Icons";
import type { Toast } from "./useToasts";

const SHOWN_MS = 8_000;

interface Props {
  shown: Toast[];
  onDismiss: (id: number) => void;
  onUndo: (commandId: string) => void;
}

export function ToastList({ shown, onDismiss, onUndo }: Props) {
  return (
    <div className="toasts" role="region" aria-label={TEXTS.toast.label}>
      <div role="status">
        {shown.map((toast) => (
          <ToastRow key={toast.id} toast={toast} onDismiss={onDismiss} onUndo={onUndo} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  toast: Toast;
  onDismiss: (id: number) => void;
  onUndo: (commandId: string) => void;
}

function ToastRow({ toast, onDismiss, onUndo }: RowProps) {
  const [held, setHeld] = useState(false);
  const { id, commandId } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id, onDismiss]);

  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {commandId && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            onDismiss(id);
            onUndo(commandId);
          }}
        >
          {TEXTS.toast.undo}
        </button>
      )}
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.notice.dismiss}
        onClick={() => onDismiss(id)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
