import type { SAID as ENGLISH, SaidDay } from "../en/said";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import SENTENCES from "./sentences.json";

const some = pluralIn("es");
const both = (names: readonly string[]) => names.join(" y ");
const at = (words: string, time: string | null) => (time ? `${words} a las ${time}` : words);
/** "a mañana a las 15:00", "al viernes", "al 24 de diciembre". */
const toDay = ({ kind, words }: SaidDay, time: string | null) =>
  at(kind === "date" || kind === "weekday" ? `al ${words}` : `a ${words}`, time);
/** "mañana a las 15:00", "el viernes", "el 24 de diciembre". */
const onDay = ({ kind, words }: SaidDay, time: string | null) =>
  at(kind === "date" || kind === "weekday" ? `el ${words}` : words, time);

export const SAID: Like<typeof ENGLISH> = {
  said: {
    sentences: SENTENCES,
    locale: "es-ES",
    today: "hoy",
    tomorrow: "mañana",
    // Earlier ones are taken for hours of the afternoon.
    time: (hours, minutes) => (hours < 7 ? null : `${hours}:${String(minutes).padStart(2, "0")}`),
    days: { due: toDay, start: onDay, deadline: onDay, remindAt: onDay },
    duration: (hours, minutes) =>
      both([
        ...(hours > 0 ? [`${hours} ${some(hours, "hora", "horas")}`] : []),
        ...(minutes > 0 ? [`${minutes} ${some(minutes, "minuto", "minutos")}`] : []),
      ]),
    people: both,
    priorities: {
      urgent: "urgente",
      high: "prioridad alta",
      medium: "prioridad media",
      low: "prioridad baja",
    },
    rules: ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH"],
  },
};
