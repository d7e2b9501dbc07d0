import { TEXTS } from "../texts";
import type { SaidDay } from "../words/en/said";
import { addDays, type Due } from "./due";

export type DaySentence = keyof typeof TEXTS.said.days;

/**
 * A day and time as one would say them: "tomorrow at 3 PM", "Friday", "December 24".
 *
 * `sentence` is what they are said in. Null where they would be misunderstood.
 */
export function spoken(due: Due, today: string, sentence: DaySentence): string | null {
  const { said } = TEXTS;
  const time = due.time && spokenTime(due.time);
  if (due.time && !time) return null;
  return said.days[sentence](spokenDay(due.day, today), time);
}

function spokenDay(day: string, today: string): SaidDay {
  const { said } = TEXTS;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(said.locale, { timeZone: "UTC", ...options }).format(
      new Date(`${day}T00:00:00Z`),
    );
  const year = sameYear ? {} : ({ year: "numeric" } as const);
  const date = format({ month: "long", day: "numeric", ...year });
  if (day === today) return { kind: "today", words: said.today, date };
  if (day === addDays(today, 1)) return { kind: "tomorrow", words: said.tomorrow, date };
  if (day > today && day <= addDays(today, 6))
    return { kind: "weekday", words: format({ weekday: "long" }), date };
  return { kind: "date", words: date, date };
}

function spokenTime(time: string): string | null {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return TEXTS.said.time(hours, minutes);
}

/** "45 minutes", "2 hours", "1 hour and 20 minutes". */
export const spokenDuration = (minutes: number): string =>
  TEXTS.said.duration(Math.floor(minutes / 60), minutes % 60);
