import { useState } from "react";
import type { Receipt } from "../api/contract";
import { CloseIcon } from "../Icons";
import { TEXTS } from "../texts";
import { askLeave, canAsk } from "./notifications";

interface Props {
  shown: Receipt[];
  onDone: (reminder: Receipt) => void;
  onSnooze: (reminder: Receipt) => void;
  onDismiss: (reminder: Receipt) => void;
}

/** The reminders that wait for an answer. */
export function ReminderList({ shown, onDone, onSnooze, onDismiss }: Props) {
  const [mayAsk, setMayAsk] = useState(canAsk);
  const ask = () => void askLeave().then(() => setMayAsk(canAsk()));

  return (
    <section className="reminders" aria-label={TEXTS.reminders.label} hidden={shown.length === 0}>
      <div role="alert">
        {shown.map((reminder) => (
          <div key={reminder.id} className="banner">
            <p>{reminder.text}</p>
            <button type="button" className="quiet" onClick={() => onDone(reminder)}>
              {reminder.bell_id === null ? TEXTS.reminders.done : TEXTS.bells.stop}
            </button>
            <button type="button" className="quiet" onClick={() => onSnooze(reminder)}>
              {TEXTS.reminders.snooze}
            </button>
            {reminder.bell_id === null && (
              <button
                type="button"
                className="icon"
                aria-label={TEXTS.reminders.dismiss}
                onClick={() => onDismiss(reminder)}
              >
                <CloseIcon />
              </button>
            )}
          </div>
        ))}
      </div>
      {mayAsk && (
        <button type="button" className="quiet" onClick={ask}>
          {TEXTS.reminders.notify}
        </button>
      )}
    </section>
  );
}
