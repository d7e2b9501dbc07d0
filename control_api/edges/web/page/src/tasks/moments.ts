import { dateFormat } from "../words/locale";
import { viewerZone } from "./due";

/** When something was, for the person: "Nov 24, 2026, 9:00 AM". `at` is an ISO time in UTC. */
export const momentWords = (at: string): string =>
  dateFormat({ timeZone: viewerZone(), dateStyle: "medium", timeStyle: "short" }).format(
    new Date(at),
  );

/** On which day something was. */
export const dayWords = (at: string): string =>
  dateFormat({ timeZone: viewerZone(), dateStyle: "medium" }).format(new Date(at));

/** At what time of day something is. */
export const clockWords = (at: string): string =>
  dateFormat({ timeZone: viewerZone(), timeStyle: "short" }).format(new Date(at));
