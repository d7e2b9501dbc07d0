/** One thing said or typed. */
export interface Line {
  id: string;
  speaker: "person" | "saydo";
  text: string;
  /** When it was begun, in milliseconds of this page's clock. */
  at: number;
  /** The recogniser may still change it. */
  interim: boolean;
  /** The command it ran, to undo it by. */
  commandId: string | null;
  /** What may be said to it, when it asks something. */
  options?: string[];
}

/** One segment of speech as the room tells it, in its newest version. */
export interface Segment {
  id: string;
  fromPerson: boolean;
  text: string;
  /** When this version was sent, in milliseconds of the sender's clock. */
  sentAt: number;
  final: boolean;
}

const MOST_LINES = 200;

/** Adds what is new to the lines, renews what has changed, and sorts by when each was begun. */
export function withLines(lines: Line[], news: Line[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const line of news) {
    const known = byId.get(line.id);
    byId.set(line.id, { ...line, at: known?.at ?? line.at });
  }
  return [...byId.values()].sort((a, b) => a.at - b.at).slice(-MOST_LINES);
}

/** Marks every line as finished, for when nobody is left who could change one. */
export const settled = (lines: Line[]): Line[] =>
  lines.some((line) => line.interim) ? lines.map((line) => ({ ...line, interim: false })) : lines;

/** Turns segments into lines, their times moved to this page's clock. */
export function linesOf(segments: Segment[], senderBehindMs: number): Line[] {
  return segments
    .filter((segment) => segment.text.trim())
    .map((segment) => ({
      id: segment.id,
      speaker: segment.fromPerson ? "person" : "saydo",
      text: segment.text.trim(),
      at: segment.sentAt + senderBehindMs,
      interim: segment.fromPerson && !segment.final,
      commandId: null,
    }));
}
