import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  question: string;
  /** What it means, and what else is wanted for it. */
  children?: ReactNode;
  /** What the two buttons say. */
  yes: string;
  no: string;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before what can't be taken back. */
export function AskFirst({ question, children, yes, no, busy = false, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="ask card"
      aria-labelledby="ask-question"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <p id="ask-question">{question}</p>
        {children}
        <div className="answers">
          <button type="button" className="quiet" autoFocus={!children} onClick={onNo}>
            {no}
          </button>
          <button type="submit" className="primary danger" disabled={busy}>
            {yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
