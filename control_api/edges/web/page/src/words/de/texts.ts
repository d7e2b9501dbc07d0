import type { TEXTS as ENGLISH } from "../en/texts";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import { ARRANGE } from "./arrange";
import EXAMPLES from "./examples.json";
import { FILTERS } from "./filters";
import { FIRST_RUN } from "./firstRun";
import { HINTS } from "./hints";
import { PLACES } from "./places";
import { PROBLEMS } from "./problems";
import { SAID } from "./said";
import { SAY } from "./say";
import { SIGN_IN } from "./signIn";
import { TASK } from "./task";
import { TASKS } from "./tasks";

const some = pluralIn("de");

export const TEXTS: Like<typeof ENGLISH> = {
  ...ARRANGE,
  ...PLACES,
  ...SIGN_IN,
  ...TASKS,
  ...SAY,
  ...SAID,
  ...PROBLEMS,
  ...TASK,

  filters: FILTERS,
  firstRun: FIRST_RUN,
  hints: HINTS,

  name: "Saydo",
  promise: "Gesagt, getan.",
  loading: "Einen Moment…",

  talk: {
    start: "Sprechen",
    startLabel: "Sprechen: ein Gespräch beginnen",
    mute: "Mikrofon ausschalten",
    unmute: "Mikrofon einschalten",
    hold: "Zum Sprechen gedrückt halten",
    muteShort: "Stumm",
    unmuteShort: "Nicht stumm",
    leave: "Beenden",
    leaveLabel: "Beenden: das Gespräch verlassen",
    devices: "Geräte",
    devicesLabel: "Mikrofon und Lautsprecher wählen",
    microphone: "Mikrofon",
    speaker: "Lautsprecher",
    systemDefault: "Wie das System",
    unnamedDevice: (position) => `Gerät ${position}`,
    closeDevices: "Schließen",
  },

  state: {
    off: "Drücken und sprechen",
    connecting: "Verbindung wird aufgebaut…",
    waiting: "Gleich kommt Saydo dazu…",
    listening: "Hört zu",
    thinking: "Überlegt",
    speaking: "Spricht",
    muted: "Stumm",
    typing: "Schreib, und Saydo antwortet",
    reconnecting: "Verbindung verloren, neuer Versuch…",
    ended: "Gespräch beendet",
  },

  notice: {
    dismiss: "Ausblenden",
    again: "Noch einmal",
    microphoneRefused:
      "Das Mikrofon ist für diese Seite gesperrt. Erlaube es in der Adresszeile des Browsers und versuch es noch einmal, oder schreib einfach unten.",
    microphoneMissing:
      "Es wurde kein Mikrofon gefunden. Schließ eines an und versuch es noch einmal, oder schreib einfach unten.",
    microphoneBusy:
      "Ein anderes Programm benutzt das Mikrofon. Schließ es und versuch es noch einmal, oder schreib einfach unten.",
    microphoneInsecure:
      "Der Browser gibt ein Mikrofon nur Seiten auf localhost oder über https. Schreiben kannst du unten trotzdem.",
    microphoneFailed:
      "Das Mikrofon ist nicht angegangen. Versuch es noch einmal, oder schreib einfach unten.",
    voiceAway:
      "Der Server für die Stimme ist nicht erreichbar. Läuft `make run` noch? Schreiben kannst du unten trotzdem.",
    agentMissing:
      "Saydo ist noch nicht dazugekommen. Es wird von selbst wieder gerufen; bis dahin kannst du unten schreiben.",
    elsewhere: "Das Gespräch ging in einem anderen Tab oder Fenster weiter.",
    dropped: "Das Gespräch ist abgerissen. Es kommt gleich zurück…",
    droppedForGood: "Das Gespräch ist abgerissen. Drück den Knopf, um zurückzukommen.",
    apiAway:
      "Saydo ist nicht erreichbar. Deine Aufgaben sind sicher; es wird von selbst weiter versucht…",
    soundBlocked: "Der Browser hält den Ton zurück, bis du hier drückst.",
    playSound: "Ton einschalten",
  },

  transcript: {
    label: "Gespräch",
    spokenIn: "Gesprochen versteht Saydo Englisch; schreiben kannst du Deutsch.",
    speakers: { person: "Du", saydo: "Saydo" },
    quoted: (words) => `„${words}“`,
    optionsLabel: "Antworten",
    tryLabel: "Was du schreiben kannst",
    examples: [EXAMPLES.remind, EXAMPLES.add, EXAMPLES.week, EXAMPLES.move],
  },

  typing: {
    label: "Nachricht an Saydo",
    placeholder: "Aufgabe oder Frage…",
    send: "Senden",
    notACommand: `Solange niemand spricht, verstehe ich nur einfache Befehle wie „${EXAMPLES.plain}“. Drück den Knopf, um ein Gespräch zu führen.`,
  },

  reminders: {
    label: "Erinnerungen",
    done: "Erledigt",
    snooze: "In 10 Minuten",
    dismiss: "Erinnerung ausblenden",
    notify: "Auch Bescheid geben, wenn diese Seite im Hintergrund ist",
  },

  bells: {
    label: "Timer und Wecker",
    timer: "Timer",
    alarm: "Wecker",
    done: "Fertig",
    pause: "Anhalten",
    resume: "Weiter",
    pauseLabel: (name) => `Anhalten: „${name}“`,
    resumeLabel: (name) => `Weiter: „${name}“`,
    cancel: (name) => `„${name}“ abbrechen`,
    stop: "Stopp",
  },

  approvals: {
    label: "Wartet auf dein Ja",
    waits: "Das wartet auf dein Ja oder Nein.",
    yes: "Ja",
    no: "Nein",
    unfold: (total) => `Alle ${total} zeigen`,
    fold: "Weniger zeigen",
    steps: "Was getan würde",
    deeds: {
      create: "Ja, anlegen",
      update: "Ja, ändern",
      complete: "Ja, erledigen",
      cancel: "Ja, absagen",
      reopen: "Ja, wieder öffnen",
      delete: "Ja, löschen",
      restore: "Ja, zurückholen",
      undo: "Ja, zurücknehmen",
    },
    answered: {
      done: "Mit Ja beantwortet, und getan.",
      declined: "Mit Nein beantwortet: Es wurde nichts geändert.",
      rolled_back:
        "Mit Ja beantwortet, aber es ließ sich nicht tun: Es wurde nichts geändert.",
    },
    late: "Das war zu spät: Es hat zu lange gewartet, und nichts wurde getan. Sag es noch einmal.",
    gone: "Das wartet nicht mehr auf dein Ja.",
    away: "Saydo ist nicht erreichbar, deine Antwort ist also nicht angekommen. Versuch es noch einmal.",
  },

  steps: {
    label: "Schritte",
    trying: (total) => some(total, "Ein Schritt läuft…", `${total} Schritte laufen…`),
    done: (total) => some(total, "Der Schritt ist getan", `Alle ${total} Schritte sind getan`),
    takenBack: "Es wurde nichts geändert",
    more: (count) => `und ${count} weitere`,
    states: {
      waiting: "noch nicht versucht",
      trying: "wird versucht",
      tried: "lässt sich tun",
      done: "getan",
      failed: "ging nicht",
      left: "gelassen, wie es war",
    },
  },

  toast: { undo: "Zurücknehmen", undone: "Zurückgenommen.", label: "Meldungen" },

  account: {
    language: "Sprache",
    languageHint: "Die der Seite, und in der du schreibst. Gesprochen wird weiterhin Englisch.",
  },
};
