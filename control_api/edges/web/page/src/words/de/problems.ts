import type { PROBLEMS as ENGLISH } from "../en/problems";
import type { Like } from "../grammar/like";

export const PROBLEMS: Like<typeof ENGLISH> = {
  problems: {
    "internal-error": "Bei Saydo ist etwas schiefgegangen.",
    forbidden: "Das darf diese Anmeldung nicht.",
    "proof-needed": "Zeig noch einmal, dass du es bist.",
    "not-found": "Das gibt es nicht, oder nicht mehr.",
    "too-slow": "Es hat zu lange gedauert, bis alles da war. Versuch es noch einmal.",
    "mass-change": "Das würde viel von dem ändern, was hier ist.",
    "unsound-backup": "Diese Sicherung ist beschädigt.",
    "precondition-failed": "Es ist nicht mehr so, wie du es zuletzt gesehen hast.",
    "too-large": "Das ist zu groß.",
    "too-many-requests": "Das war zu oft. Warte ein wenig und versuch es dann noch einmal.",
    "storage-full": "Die Platte ist voll, es wurde also nichts geändert.",
    "storage-failed": "Die Platte hat die Änderung nicht angenommen.",
    busy: "Für noch ein Gespräch ist kein Platz.",
    "voice-unavailable": "Der Server für die Stimme ist nicht erreichbar.",
  },
};
