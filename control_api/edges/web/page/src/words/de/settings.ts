import type { SETTINGS as ENGLISH } from "../en/settings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import { DATA_SETTINGS } from "./dataSettings";
import { CHOOSING_KEYS } from "./keys";
import EXAMPLES from "./examples.json";
import { YOU_SETTINGS } from "./youSettings";

const some = pluralIn("de");

export const SETTINGS: Like<typeof ENGLISH> = {
  ...YOU_SETTINGS,
  ...DATA_SETTINGS,
  ...CHOOSING_KEYS,

  save: "Speichern",
  saved: "Gespeichert.",
  cancel: "Abbrechen",
  add: "Hinzufügen",
  remove: "Entfernen",
  revoke: "Widerrufen",
  done: "Fertig",
  copy: "Kopieren",
  copied: "Kopiert",
  again: "Noch einmal",
  away: "Saydo ist nicht erreichbar. Es wurde nichts geändert; versuch es noch einmal.",
  shownOnce:
    "Es wird nur dieses eine Mal gezeigt. Kopier es jetzt, und bewahr es auf wie ein Passwort.",
  proof: {
    password: "Dein Passwort",
    code: "Frischer Anmelde-Link",
    how: "Damit klar ist, dass du es bist. Tippe auf dem Rechner, auf dem Saydo läuft, „make signin“ in seinem Ordner, und füge den Link ein, den es zeigt.",
  },

  voice: {
    leaving: {
      title: "Was diesen Rechner verlassen darf",
      hint:
        "Nur wo für dieses Saydo ein Anbieter anderswo gewählt wurde; ohne einen verlässt ihn nichts, was auch immer hier steht.",
      hearing: "Der Klang deiner Stimme",
      thinking: "Die Worte, über die nachgedacht wird",
      speaking: "Die Worte, die gesprochen werden",
      never: "Bleibt hier",
      questions: "Nur Fragen, die nicht um deine Aufgaben gehen",
      always: "Darf ihn verlassen",
    },
    speaking: "Wie mit dir gesprochen wird",
    speakingHint: `Es gilt ab dem Nächsten, was du sagst, wo immer du sprichst. Du kannst es auch schreiben: „${EXAMPLES.slower}“, „${EXAMPLES.moreTime}“.`,
    speed: "Tempo der Stimme",
    speedHint: "Wie schnell Saydo spricht.",
    patience: "Geduld",
    patienceHint: "Wie lange du innehalten kannst, bis Saydo annimmt, dass du fertig bist.",
    usual: "wie üblich",
    times: (times) => `${times.toLocaleString("de")}-mal`,
    microphone: "Das Mikrofon ist offen",
    microphones: {
      open: "Das ganze Gespräch lang",
      push_to_talk: "Solange du seinen Knopf drückst",
    },
    sensitivity: "Wie genau es hinhört",
    sensitivities: {
      low: "Wenig, für einen lauten Raum",
      normal: "Normal",
      high: "Sehr, für eine leise Stimme",
    },
    sleepAfter: "Ein Gespräch beenden, wenn so lange niemand spricht",
    longest: "Ein Gespräch auf jeden Fall beenden nach",
    never: "Nie",
    minutes: (minutes) => `${minutes} ${some(minutes, "Minute", "Minuten")}`,
    hours: (hours) => `${hours} ${some(hours, "Stunde", "Stunden")}`,

    devices: "Mikrofon und Lautsprecher",
    devicesHint:
      "Dieser Browser merkt sie sich. Sobald du das Mikrofon erlaubt hast, haben sie Namen.",
    test: "Mikrofon testen",
    testAgain: "Noch einmal testen",
    testHint:
      "Sprich vier Sekunden lang, und hör, was ankam. Es bleibt in diesem Browser und ist weg, wenn du gehst.",
    saySomething: "Sag etwas…",
    hearsYou: "Du bist zu hören.",
    thisWasHeard: "Das wurde gehört.",
    nothingHeard:
      "Es war kaum etwas zu hören. Wähl oben ein anderes Mikrofon, oder stell dieses in den Einstellungen deines Systems lauter.",
    playback: "Was das Mikrofon gehört hat",

    kept: "Was von deinen Worten aufgehoben wird",
    keptLabel: "Worte aus Gesprächen aufheben",
    keptHint: `Was du als Antwort auf „${EXAMPLES.why}“ siehst. Der Klang deiner Stimme wird nie aufgehoben. Deine Aufgaben, und was getan wurde, bleiben auf jeden Fall.`,
    keptNot: "Gar nicht",
    days: (days) => some(days, "Einen Tag lang", `${days} Tage lang`),
    askForget: "Alle aufgehobenen Worte löschen?",
    askForgetOlder: (days) =>
      `Die Worte löschen, die älter als ${some(days, "ein Tag", `${days} Tage`)} sind?`,
    forget: "Löschen",
  },

  sharing: {
    make: "Ein neuer Bereich",
    makeHint:
      "Eigene Aufgaben und Projekte für die Leute, die du hereinlässt. Deine anderen Aufgaben sieht niemand.",
    name: "Name",
    makeIt: "Anlegen",
    made: (name) => `„${name}“ ist da. Sag darunter, wer noch darin ist.`,
    open: (name) => `${name} öffnen`,
    nameOf: (name) => `Name von ${name}`,
    rename: "Umbenennen",
    leave: (name) => `${name} verlassen`,
    delete: (name) => `${name} löschen`,
    askLeave: (name) => `„${name}“ verlassen?`,
    askDelete: (name) => `„${name}“ für alle löschen?`,
    leaveMeans: "Du siehst seine Aufgaben nicht mehr, bis dich jemand wieder hereinlässt.",
    deleteMeans: "Alles darin verschwindet, für alle, die darin sind, und lässt sich nicht zurückholen.",
    roles: {
      owner: "Er gehört dir: Du sagst, wer darin ist.",
      editor: "Du darfst ändern, was darin ist.",
      viewer: "Du darfst ihn ansehen.",
    },
    membersOf: (name) => `Wer in ${name} ist`,
    you: "Du",
    is: { owner: "Besitzt ihn", editor: "Bearbeitet", viewer: "Sieht zu" },
    roleOf: (name) => `Was ${name} darf`,
    removeOf: (name) => `${name} herausnehmen`,
    who: "Wer",
    whoHint: "Der Name, mit dem sich jemand anmeldet. Wer hier kein Konto hat, wird zuerst eingeladen.",
    as: "Als",
  },

  reminders: {
    when: "Wann",
    atDue: "Erinnere mich, wenn eine Aufgabe fällig ist",
    atDueHint: "An Aufgaben mit einer Uhrzeit und ohne eigene Erinnerung.",
    spoken: "Erinnerungen laut sagen",
    spokenHint: "In einem Gespräch, sobald niemand spricht.",
    browser: "In diesem Browser",
    leave: {
      granted: "Erinnerungen werden auch gezeigt, wenn diese Seite im Hintergrund ist.",
      denied:
        "Der Browser zeigt keine Meldungen dieser Seite. Erlaube sie in seiner Adresszeile, und lade die Seite neu.",
      none: "Dieser Browser zeigt Meldungen nur von sicheren Seiten: auf diesem Rechner oder über https.",
    },
    closed: "Auch wenn keine Seite offen ist",
    closedHint: "Über den Hersteller dieses Browsers: Er sieht wann, und kann nicht lesen was.",
    noPush:
      "Dieser Browser konnte sich nicht anmelden: Er hat keinen Dienst für Meldungen, oder der ist nicht zu erreichen. Ein privates Fenster hat keinen.",
    addresses: "Telefon, E-Mail und Chat",
    addressesHint:
      "Erinnerungen verlassen diesen Rechner nur an die Adressen, die du hier nennst. Ihre Geheimnisse sind verborgen, sobald sie gespeichert sind.",
    newAddress: "Adresse",
    newAddressHint:
      "Wie bei Apprise: ntfys://, gotifys://, mailto://, matrix://, slack://, tgram:// und andere.",
    removeAddress: (address) => `Entfernen: ${address}`,
    test: "Test",
    testHint: "Startet einen Timer von drei Sekunden, der auf allen Wegen oben hinausgeht.",
    testLabel: "Test",
    sendTest: "Test senden",
    testWaits: "Er geht in drei Sekunden hinaus…",
    testNowhere:
      "Er ging hinaus und hat niemanden erreicht: Keine Seite ist offen, und es gibt keine Adresse.",
    lookAgain: "Noch einmal nachsehen",
    ways: { page: "auf einer offenen Seite", push: "an eine Adresse", voice: "laut" },
    deliveries: {
      delivered: (way) => `Er ist angekommen: ${way}.`,
      waiting: (way) => `Er ist unterwegs: ${way}.`,
      failed: (way) => `Er ist nicht angekommen: ${way}.`,
      cancelled: (way) => `Er wurde abgesagt, da du schon davon weißt: ${way}.`,
    },
    silent: "Was dich nicht erreichen kann",
    noneSilent: "Nichts: Was als Nächstes geplant ist, kann dich erreichen.",
  },

  look: {
    heading: "Aussehen",
    hint: "Für diesen Browser.",
    scheme: "Hell oder dunkel",
    schemes: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
    accent: "Farbe",
    accents: { green: "Grün", blue: "Blau", violet: "Violett", rose: "Rosa" },
    density: "Listen",
    densities: { roomy: "Luftig", dense: "Dicht" },
    showKeys: "Alle Tasten zeigen",
    singleHint:
      "Schalte sie aus, wenn du diktierst, oder wenn Tasten leicht aus Versehen gedrückt werden.",
  },

  people: {
    health: "Zustand",
    databaseGood: "Deine Aufgaben lassen sich lesen und schreiben.",
    databaseBad:
      "Die Dateien lassen sich nicht lesen. Am Rechner sagt „python -m control_api check“ mehr.",
    livekitGood: "Der Server für die Stimme ist erreichbar.",
    livekitBad:
      "Der Server für die Stimme ist nicht erreichbar: Niemand kann sprechen. Läuft „make run“?",
    lookAgain: "Noch einmal nachsehen",
    people: "Personen",
    you: "du",
    owner: "verwaltet dieses Saydo",
    nameless: "Ohne Namen",
    noPassword: "kein Passwort",
    signsInAs: (name) => `meldet sich als ${name} an`,
    since: (day) => `seit ${day}`,
    removeOf: (name) => `Entfernen: ${name}`,
    askRemove: (name) => `${name} endgültig entfernen?`,
    removeMeans:
      "Aufgaben, Anmeldungen und Programme dieser Person sind weg, und das lässt sich nicht zurücknehmen. Sicherungen von vorher enthalten sie noch.",
    removeForGood: "Endgültig entfernen",
    removed: (name) => `${name} ist entfernt.`,
    invitations: "Jemanden einladen",
    invitationsHint: "Die Person bekommt ein Konto und eigene Aufgaben. Du siehst beides nicht.",
    life: "Der Link gilt",
    lives: { "24": "Einen Tag", "168": "Eine Woche", "720": "30 Tage" },
    invite: "Link anlegen",
    invitationLink: "Link für eine Person",
    goodUntil: (moment) =>
      `Er macht ein Konto, bis ${moment}, und wird nur dieses eine Mal gezeigt. Schick ihn auf einem Weg, dem du vertraust.`,
    withdraw: "Diesen Link zurückziehen",
    withdrawn: "Der Link gilt nicht mehr.",
  },
};
