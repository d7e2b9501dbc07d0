import type { Receipt } from "../api/contract";
import { TEXTS } from "../texts";
import { isPushedTo } from "./push";

/** Whether the browser would show messages outside the page, were it allowed to. */
export const canAsk = () => leave() === "default";

/** Whether the browser shows messages outside the page; `none` where it can't. */
export const leave = (): NotificationPermission | "none" =>
  "Notification" in window ? Notification.permission : "none";

/** Asks for leave to show messages outside the page. */
export const askLeave = () => Notification.requestPermission();

/** Shows a reminder outside the page, where that is allowed and the page is not in view. */
export function notify(reminder: Receipt) {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  // Else it would be shown twice.
  if (isPushedTo()) return;
  if (document.visibilityState === "visible" && document.hasFocus()) return;
  try {
    const notice = new Notification(TEXTS.name, { body: reminder.text, tag: reminder.id });
    notice.onclick = () => window.focus();
  } catch {
    // Phones' browsers take them from service workers only; the page shows it anyway.
  }
}
