const ROOM = "saydo.room";
const MUTED = "saydo.muted";

/** Remembers the room in which this tab talks, so that a reload can go on in it. */
export const rememberRoom = (name: string) => sessionStorage.setItem(ROOM, name);
export const forgetRoom = () => sessionStorage.removeItem(ROOM);

/** Who muted the microphone stays muted, whatever the connection or the page does. */
export const rememberMuted = (muted: boolean) => sessionStorage.setItem(MUTED, String(muted));
export const wasMuted = () => sessionStorage.getItem(MUTED) === "true";

/** The room to go back to; null unless the page was reloaded in the middle of a conversation. */
export function roomBeforeReload(): string | null {
  const [navigation] = performance.getEntriesByType("navigation");
  const reloaded = (navigation as PerformanceNavigationTiming | undefined)?.type === "reload";
  // A duplicated tab has the note as well, and must not take the conversation away.
  if (!reloaded) forgetRoom();
  return sessionStorage.getItem(ROOM);
}
