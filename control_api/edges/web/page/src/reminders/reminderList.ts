import type { Receipt } from "../api/contract";

const OUT: Receipt["state"][] = ["due", "delivered"];

/** The reminders on show after one of them has changed. */
export function changeReminders(shown: Receipt[], changed: Receipt): Receipt[] {
  if (OUT.includes(changed.state)) {
    const isShown = shown.some((each) => each.id === changed.id);
    if (!isShown) return [...shown, changed];
    return shown.map((each) => (each.id === changed.id ? changed : each));
  }
  // What was heard in the conversation may still be answered here.
  if (changed.heard_by === "voice") return shown;
  return shown.filter((each) => each.id !== changed.id);
}
