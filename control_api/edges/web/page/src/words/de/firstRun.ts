import type { FIRST_RUN as ENGLISH } from "../en/firstRun";
import type { Like } from "../grammar/like";
import EXAMPLES from "./examples.json";

export const FIRST_RUN: Like<typeof ENGLISH> = {
  label: "Willkommen",
  step: (step, of) => `Schritt ${step} von ${of}`,
  skip: "Überspringen",
  back: "Zurück",
  next: "Weiter",
  done: "Fertig",

  stored: {
    title: "Wo deine Aufgaben sind",
    hereFile: "Deine Aufgaben sind in einer Datei auf diesem Rechner, einer gewöhnlichen SQLite-Datenbank.",
    thereFile: (host) =>
      `Deine Aufgaben sind in einer Datei auf dem Rechner ${host}, einer gewöhnlichen SQLite-Datenbank.`,
    browser:
      "Dieser Browser behält, was du zuletzt gesehen hast, damit die Seite auch ohne Verbindung aufgeht. Beim Abmelden wird es entfernt.",
    nothingLeaves:
      "Was du sagst, wird auf jenem Rechner gehört, bedacht und beantwortet, und geht sonst nirgendwohin: So ist es eingestellt.",
    mayLeave: (what) =>
      `Von Haus aus läuft alles auf jenem Rechner. Nur wo ein Anbieter anderswo eingerichtet wurde, darf dorthin gehen: ${what}.`,
    leaving: {
      hearing: "der Klang deiner Stimme",
      thinking: "deine Worte",
      questions: "deine Worte bei Fragen, die nicht deine Aufgaben betreffen",
      speaking: "die Worte der Antworten",
    },
    and: " und ",
  },

  microphone: {
    title: "Hört man dich?",
    text: "Ein Test von vier Sekunden. Ohne Mikrofon schreibst du: Das bewirkt dasselbe.",
  },

  task: {
    title: "Deine erste Aufgabe",
    say: "Drück auf das Mikrofon und sag, oder schreib unten in die Leiste:",
    example: EXAMPLES.remind,
    put: "In die Leiste setzen",
    speak: "Sprechen",
    waiting: "Hier erscheint sie.",
    made: "Da ist sie",
    see: {
      today: "In Heute ansehen",
      upcoming: "In Demnächst ansehen",
      inbox: "Im Eingang ansehen",
    },
  },

  more: {
    title: "Sieh dich um",
    sampleText:
      "Ein kleines Projekt zum Ausprobieren. Es ist ein einziger Befehl: Einmal „Zurücknehmen“ macht alles ungeschehen.",
    sample: "Beispielprojekt anlegen",
    seeSample: "Beispielprojekt ansehen",
    phone: "Auf deinem Telefon",
  },

  project: {
    name: "Saydo ausprobieren",
    description: "Zum Ausprobieren. „Zurücknehmen“ macht alles ungeschehen, auch später, im Verlauf.",
    tick: "Hak mich ab",
    move: "Schieb mich auf einen anderen Tag",
    open: "Öffne mich: Notizen, Teile und Kommentare",
    notes: "Hier ist Platz für Notizen.",
    parts: ["Ein erster Teil", "Ein zweiter Teil"],
    plants: "Die Pflanzen gießen",
    tag: "zuhause",
  },
};
