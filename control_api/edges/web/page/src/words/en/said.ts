import SENTENCES from "./sentences.json";

/** A day as one says it. */
export interface SaidDay {
  kind: "today" | "tomorrow" | "weekday" | "date";
  words: string;
  /** The same day as a date. */
  date: string;
}

const both = (names: readonly string[]) => names.join(" and ");
/** "tomorrow at 3 PM", "Friday", "December 24". */
const day = ({ words }: SaidDay, time: string | null): string =>
  time ? `${words} at ${time}` : words;
/** The same after "starts": "on Friday", but "tomorrow". */
const onDay = (at: SaidDay, time: string | null): string =>
  at.kind === "today" || at.kind === "tomorrow" ? day(at, time) : `on ${day(at, time)}`;

/** What one could have said in place of what was done by hand. */
export const SAID = {
  said: {
    /** With `{title}` and `{value}`; what can't be said in a language has none there. */
    sentences: SENTENCES as Partial<Record<keyof typeof SENTENCES, string>>,
    /** In which dates are worded, whatever the person's own order. */
    locale: "en-US",
    today: "today",
    tomorrow: "tomorrow",
    /** Null: of that hour it would be misunderstood. */
    time: (hours: number, minutes: number): string | null => {
      const clock = `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
      return `${clock} ${hours < 12 ? "AM" : "PM"}`;
    },
    /** By the sentence that they are said in. */
    days: { due: day, start: onDay, deadline: day, remindAt: onDay },
    duration: (hours: number, minutes: number): string =>
      both([
        ...(hours > 0 ? [hours === 1 ? "1 hour" : `${hours} hours`] : []),
        ...(minutes > 0 ? [minutes === 1 ? "1 minute" : `${minutes} minutes`] : []),
      ]),
    people: both,
    priorities: { urgent: "urgent", high: "high", medium: "medium", low: "low" },
    /** The parts of a rule that can be said. */
    rules: ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"] as readonly string[],
  },
} as const;
