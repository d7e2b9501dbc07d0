import type { SAID as ENGLISH, SaidDay } from "../en/said";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import SENTENCES from "./sentences.json";

const some = pluralIn("fr");
const both = (names: readonly string[]) => names.join(" et ");
/** "1er décembre"; the browser's own words have a plain 1. */
const dated = (date: string) => date.replace(/^1 /, "1er ");
/** "à demain", "au 24 décembre à 9h": before a time only a date is told from the title. */
const toDay = ({ kind, words, date }: SaidDay, time: string | null) => {
  if (time) return `au ${dated(date)} à ${time}`;
  return kind === "date" ? `au ${dated(words)}` : `à ${words}`;
};
/** "demain à 15h", "vendredi", "le 24 décembre". */
const onDay = ({ kind, words }: SaidDay, time: string | null) => {
  const day = kind === "date" ? `le ${dated(words)}` : words;
  return time ? `${day} à ${time}` : day;
};

export const SAID: Like<typeof ENGLISH> = {
  said: {
    sentences: SENTENCES,
    locale: "fr-FR",
    today: "aujourd'hui",
    tomorrow: "demain",
    // Earlier ones are taken for hours of the afternoon.
    time: (hours, minutes) =>
      hours < 7 ? null : `${hours}h${minutes ? String(minutes).padStart(2, "0") : ""}`,
    days: { due: toDay, start: onDay, deadline: onDay, remindAt: onDay },
    duration: (hours, minutes) =>
      both([
        ...(hours > 0 ? [`${hours} ${some(hours, "heure", "heures")}`] : []),
        ...(minutes > 0 ? [`${minutes} ${some(minutes, "minute", "minutes")}`] : []),
      ]),
    people: both,
    priorities: { urgent: "urgente", high: "haute", medium: "moyenne", low: "basse" },
    rules: ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"],
  },
};
