import type { TASKS as ENGLISH } from "../en/tasks";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("de");

export const TASKS: Like<typeof ENGLISH> = {
  list: {
    label: "Liste",
    noProject: "Kein Projekt",
    priorities: {
      urgent: "Dringend",
      high: "Hohe Priorität",
      medium: "Mittlere Priorität",
      low: "Niedrige Priorität",
      none: "Keine Priorität",
    },
    chosen: "ausgewählt",
    chosenCount: (count) => `${count} ausgewählt`,
    bulk: "Mit allen ausgewählten tun",
    complete: "Erledigen",
    reopen: "Wieder öffnen",
    moveTo: "Verschieben nach",
    priority: "Priorität",
    remove: "Ausgewählte löschen",
    clear: "Nichts auswählen",
    justAdded: "Gerade angelegt:",
  },

  data: {
    refused: (reason) => `Zurückgenommen: ${reason}`,
    waiting: (count) =>
      some(
        count,
        "Saydo ist nicht erreichbar. Eine Änderung wartet hier und wird von selbst gesendet.",
        `Saydo ist nicht erreichbar. ${count} Änderungen warten hier und werden von selbst gesendet.`,
      ),
  },

  trash: {
    intro: "Was gelöscht wurde, bleibt hier, bis es endgültig gelöscht wird.",
    empty: "Der Papierkorb ist leer",
    kinds: {
      task: "Aufgabe",
      project: "Projekt",
      tag: "Schlagwort",
      person: "Person",
      filter: "Filter",
      comment: "Kommentar",
      occurrence: "Ein Mal einer Aufgabe, die sich wiederholt",
      timer: "Timer",
      alarm: "Wecker",
      settings: "Einstellungen",
    },
    restore: (name) => `„${name}“ zurückholen`,
    purge: (name) => `„${name}“ endgültig löschen`,
    restored: (name) => `„${name}“ ist wieder da.`,
    emptyAll: "Papierkorb leeren",
    askOne: (name) => `„${name}“ endgültig löschen? Das lässt sich nicht zurückholen.`,
    askAll: "Alles endgültig löschen? Es lässt sich nicht zurückholen.",
    yes: "Endgültig löschen",
    no: "Behalten",
    more: "Mehr anzeigen",
  },

  tasks: {
    heading: "Aufgaben",
    groups: {
      overdue: "Überfällig",
      today: "Heute",
      tomorrow: "Morgen",
      week: "Diese Woche",
      later: "Später",
      undated: "Kein Datum",
    },
    complete: (title) => `„${title}“ erledigen`,
    reopen: (title) => `„${title}“ wieder öffnen`,
    renameField: "Neuer Titel",
    remove: (title) => `„${title}“ löschen`,
    changeDue: (title, due) => `Fällig ${due}. Ändern, wann „${title}“ fällig ist`,
    setDue: (title) => `Datum setzen: wann „${title}“ fällig ist`,
    addDate: "Datum setzen",
    inProgress: "In Arbeit",
    blocked: "Wartet auf eine andere Aufgabe",
    priorities: {
      low: "Niedrige Priorität",
      medium: "Mittlere Priorität",
      high: "Hohe Priorität",
      urgent: "Dringend",
    },
    repeats: {
      DAILY: (n) => some(n, "Täglich", `Alle ${n} Tage`),
      WEEKLY: (n) => some(n, "Wöchentlich", `Alle ${n} Wochen`),
      MONTHLY: (n) => some(n, "Monatlich", `Alle ${n} Monate`),
      YEARLY: (n) => some(n, "Jährlich", `Alle ${n} Jahre`),
    },
  },

  due: {
    label: "Wann ist es fällig?",
    today: "Heute",
    tomorrow: "Morgen",
    yesterday: "Gestern",
    allDay: "Ganztägig",
    nextWeek: "Nächsten Montag",
    none: "Kein Datum",
    date: "Datum",
    time: "Uhrzeit",
    save: "Speichern",
    cancel: "Abbrechen",
  },
};
