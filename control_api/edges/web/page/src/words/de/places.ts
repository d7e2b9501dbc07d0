import type { PLACES as ENGLISH } from "../en/places";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import EXAMPLES from "./examples.json";

const some = pluralIn("de");

export const PLACES: Like<typeof ENGLISH> = {
  shell: {
    places: "Orte",
    tabs: "Reiter",
    fold: "Namen der Orte ein- oder ausblenden",
    panel: "Gespräch ein- oder ausblenden",
    dock: "Untere Leiste",
    skip: "Zur Liste springen",
    projects: "Projekte",
    filters: "Filter",
    browse: "Übersicht",
    talk: "Sprechen",
    nowhere: "Hier ist nichts",
    nowhereText: "Was diese Adresse zeigte, ist weg, oder es gab es nie.",
    toToday: "Zu Heute",
  },

  sharing: {
    choose: "Bereich",
    own: "Deine eigenen",
    talkElsewhere: "Gespräche gehen um deine eigenen Aufgaben. Hier tippst und klickst du.",
    toOwn: "Zu deinen eigenen Aufgaben",
  },

  things: {
    newProject: "Neues Projekt",
    edit: "Bearbeiten",
    name: "Name",
    colour: "Farbe",
    whichColour: "Welche Farbe",
    query: "Filter",
    save: "Speichern",
    archive: "Archivieren",
    archived: "Archiviert",
    unarchive: "Zurückholen",
    remove: "Löschen",
    make: "Projekt anlegen",
  },

  views: {
    search: "Suche",
    today: "Heute",
    upcoming: "Demnächst",
    inbox: "Eingang",
    all: "Alle Aufgaben",
    completed: "Erledigt",
    activity: "Verlauf",
    trash: "Papierkorb",
    settings: "Einstellungen",
    empty: {
      today: {
        title: "Heute ist nichts mehr zu tun",
        text: "Sag oder schreib, was dir einfällt, und es erscheint, wo es hingehört.",
      },
      upcoming: { title: "Nichts steht an", text: "Was ein Datum bekommt, erscheint hier." },
      inbox: { title: "Der Eingang ist leer", text: "Was zu keinem Projekt gehört, erscheint hier." },
      all: {
        title: "Nichts zu tun",
        text: "Sag oder schreib, was dir einfällt, und es erscheint hier.",
      },
      completed: { title: "Noch nichts erledigt", text: "Was du abhakst, erscheint hier." },
      project: {
        title: "Hier ist nichts offen",
        text: `Schreib „${EXAMPLES.addTo}“ und den Namen des Projekts.`,
      },
      filter: { title: "Nichts passt", text: "Keine Aufgabe ist so, wie dieser Filter es will." },
    },
  },

  activity: {
    intro:
      "Was getan wurde, und wie. Was etwas geändert hat, lässt sich hier zurücknehmen und wiederholen.",
    empty: "Noch wurde nichts getan",
    more: "Mehr anzeigen",
    spoken: "Nur, was gesagt oder geschrieben wurde",
  },

  settings: {
    partsLabel: "Teile der Einstellungen",
    back: "Alle Einstellungen",
    parts: {
      you: { title: "Du und deine Geräte", about: "Name, Sprache, Passwort, Programme" },
      voice: { title: "Stimme", about: "Tempo, Geduld, Mikrofon, was aufgehoben wird" },
      reminders: { title: "Erinnerungen", about: "Wohin sie gehen, und ein Test" },
      look: { title: "Aussehen und Tasten", about: "Hell oder dunkel, Farbe, Abstände" },
      data: { title: "Daten", about: "Import, Export, Kalender, Webhooks" },
      sharing: { title: "Teilen", about: "Bereiche mit anderen, wer darin ist" },
      people: { title: "Zustand und Personen", about: "Was läuft, und wer dabei ist" },
    },
  },

  search: {
    field: "In Titeln, Notizen und Kommentaren suchen",
    none: "Nichts gefunden",
    count: (count) =>
      some(count, "Eine Aufgabe gefunden", `${count.toLocaleString("de")} Aufgaben gefunden`),
    notes: "Notizen",
    comments: "Kommentar",
  },

  keys: {
    heading: "Tasten",
    onPage: "Auf der Seite",
    inList: "In einer Liste",
    closeHelp: "Tasten schließen",
    single: "Einzelne Buchstaben tun etwas",
    type: "An Saydo schreiben",
    search: "Suchen",
    mute: "Mikrofon aus und ein",
    help: "Diese Tasten zeigen",
    close: "Schließen, loslassen",
    move: "Hinauf und hinunter",
    complete: "Erledigen",
    open: "Öffnen",
    edit: "Titel ändern",
    date: "Datum ändern",
    select: "Auswählen",
    stretch: "Mehrere auswählen",
    remove: "Löschen",
    names: { ctrl: "Strg", shift: "Umschalt", space: "Leertaste", enter: "Eingabe", delete: "Entf" },
  },
};
