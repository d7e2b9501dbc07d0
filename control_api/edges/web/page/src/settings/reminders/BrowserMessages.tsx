import { useState } from "react";
import { askLeave, leave } from "../../reminders/notifications";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";

const WORDS = SETTINGS.reminders;

/** Whether the browser shows reminders while the page is in the background. */
export function BrowserMessages() {
  const [given, setGiven] = useState(leave);
  if (given === "default")
    return (
      <button
        type="button"
        className="control"
        onClick={() => void askLeave().then(() => setGiven(leave()))}
      >
        {TEXTS.reminders.notify}
      </button>
    );
  return <p className="hint">{WORDS.leave[given]}</p>;
}
