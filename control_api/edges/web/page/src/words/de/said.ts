import type { SAID as ENGLISH, SaidDay } from "../en/said";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import SENTENCES from "./sentences.json";

const some = pluralIn("de");
const both = (names: readonly string[]) => names.join(" und ");
const at = (words: string, time: string | null) => (time ? `${words} um ${time}` : words);
/** "morgen um 15 Uhr", "Freitag", "den 24. Dezember". */
const toDay = ({ kind, words }: SaidDay, time: string | null) =>
  at(kind === "date" ? `den ${words}` : words, time);
/** "morgen um 15 Uhr", "am Freitag", "am 24. Dezember". */
const onDay = ({ kind, words }: SaidDay, time: string | null) =>
  at(kind === "date" || kind === "weekday" ? `am ${words}` : words, time);

export const SAID: Like<typeof ENGLISH> = {
  said: {
    sentences: SENTENCES,
    locale: "de-DE",
    today: "heute",
    tomorrow: "morgen",
    // Earlier ones are taken for hours of the afternoon.
    time: (hours, minutes) => {
      if (hours < 7) return null;
      return `${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} Uhr`;
    },
    days: { due: toDay, start: onDay, deadline: onDay, remindAt: onDay },
    duration: (hours, minutes) =>
      both([
        ...(hours > 0 ? [`${hours} ${some(hours, "Stunde", "Stunden")}`] : []),
        ...(minutes > 0 ? [`${minutes} ${some(minutes, "Minute", "Minuten")}`] : []),
      ]),
    people: both,
    priorities: { urgent: "dringend", high: "hoch", medium: "mittel", low: "niedrig" },
    rules: ["FREQ", "INTERVAL", "BYDAY"],
  },
};
