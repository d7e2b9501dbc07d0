import type { ReactNode } from "react";
import { CloseIcon } from "../Icons";
import { TEXTS } from "../texts";

interface Props {
  children: ReactNode;
  action?: { words: string; run: () => void };
  onDismiss?: () => void;
}

/** A message that stays until its cause is gone, or the person sends it away. */
export function Banner({ children, action, onDismiss }: Props) {
  return (
    <div className="banner" role="alert">
      <p>{children}</p>
      {action && (
        <button type="button" className="quiet" onClick={action.run}>
          {action.words}
        </button>
      )}
      {onDismiss && (
        <button
          type="button"
          className="icon"
          aria-label={TEXTS.notice.dismiss}
          onClick={onDismiss}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
