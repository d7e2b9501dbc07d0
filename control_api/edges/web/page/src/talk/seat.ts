const SEAT = "saydo.seat";
const MUTED = "saydo.muted";

/** A place in a room; whoever comes back with the same identity goes on with the same agent. */
export interface Seat {
  room: string;
  identity: string;
}

/** Remembers where this tab talks, so that a reload can go on there. */
export const rememberSeat = (seat: Seat) => sessionStorage.setItem(SEAT, JSON.stringify(seat));
export const forgetSeat = () => sessionStorage.removeItem(SEAT);

/** Who muted the microphone stays muted, whatever the connection or the page does. */
export const rememberMuted = (muted: boolean) => sessionStorage.setItem(MUTED, String(muted));
export const wasMuted = () => sessionStorage.getItem(MUTED) === "true";

/** The place to go back to; null unless the page was reloaded in the middle of a conversation. */
export function seatBeforeReload(): Seat | null {
  const [navigation] = performance.getEntriesByType("navigation");
  const reloaded = (navigation as PerformanceNavigationTiming | undefined)?.type === "reload";
  // A duplicated tab has the note as well, and must not take the conversation away.
  if (!reloaded) forgetSeat();
  const note = sessionStorage.getItem(SEAT);
  return note ? (JSON.parse(note) as Seat) : null;
}

/** Whether the page was reloaded in the middle of a conversation. */
export const isInConversation = (): boolean => seatBeforeReload() !== null;
