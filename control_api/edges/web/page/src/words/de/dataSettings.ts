import type { DATA_SETTINGS as ENGLISH } from "../en/dataSettings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("de");
const many = (count: number) => count.toLocaleString("de");

export const DATA_SETTINGS: Like<typeof ENGLISH> = {
  data: {
    import: "Importieren",
    importHint:
      "Du siehst, was geschähe, bevor sich etwas ändert. Gelöscht wird nie etwas, und alles zusammen lässt sich zurücknehmen.",
    file: "Datei",
    format: "Format",
    formats: {
      saydo: "Saydo",
      csv: "Tabelle (CSV)",
      ics: "iCalendar",
      "todoist-csv": "Todoist, Tabellen",
      "todoist-json": "Todoist, JSON",
      taskwarrior: "Taskwarrior",
      todotxt: "todo.txt",
      vikunja: "Vikunja",
    },
    project: "Projekt",
    projectHint: "Für Aufgaben einer Datei, die keines nennt.",
    look: "Ansehen, was geschähe",
    reading: "Wird gelesen…",
    take: "Importieren",
    importing: "Wird importiert…",
    imported: (words) => `Importiert: ${words}.`,
    force: "Trotzdem tun",
    preview: "Was geschähe",
    nothingInIt: "Nichts: In dieser Datei ist nichts.",
    nothingNew: "nichts, was nicht schon hier ist",
    sample: "Die ersten Aufgaben",
    noLoss: "Nichts geht verloren.",
    losses: "Was verloren geht oder anders wird",
    times: (count) => some(count, "einmal", `${many(count)}-mal`),
    fates: {
      new: (count) => `${many(count)} neu`,
      changed: (count) => `${many(count)} geändert`,
      restored: (count) => `${many(count)} aus dem Papierkorb zurück`,
      trashed: (count) => `${many(count)} in den Papierkorb`,
      same: (count) => `${many(count)} gleich`,
      kept: (count) => `${many(count)} bleiben wie hier`,
    },
    things: {
      task: (n) => some(n, "Aufgabe", "Aufgaben"),
      project: (n) => some(n, "Projekt", "Projekte"),
      tag: (n) => some(n, "Schlagwort", "Schlagwörter"),
      person: (n) => some(n, "Person", "Personen"),
      filter: (n) => some(n, "gespeicherter Filter", "gespeicherte Filter"),
      comment: (n) => some(n, "Kommentar", "Kommentare"),
      occurrence: (n) =>
        some(n, "Mal einer wiederholten Aufgabe", "Male von wiederholten Aufgaben"),
      timer: () => "Timer",
      alarm: () => "Wecker",
      settings: (n) => some(n, "Satz Einstellungen", "Sätze Einstellungen"),
    },
    bytes: ["B", "kB", "MB", "GB"],

    export: "Exportieren",
    exportHint: "Alles, als eine Datei, die dir gehört.",
    history: "Mit dem Verlauf",
    historyHint: "Alles, was je geschah, zum Nachsehen: Ein Import liest es nicht.",
    nothingHere: "Hier ist noch nichts.",
    download: "Herunterladen",

    backups: "Sicherungen",
    backupsHint:
      "Saydo kopiert seine Dateien jeden Tag und prüft jede Kopie. Sie liegen auf derselben Platte: Kopier sie auch anderswohin.",
    noBackups: "Noch gibt es keine.",
    makeBackup: "Jetzt sichern",
    backupMade: "Alles ist gesichert.",
    reasons: {
      schedule: "nach der Uhr",
      hand: "von Hand",
      upgrade: "vor einer neuen Fassung",
      restore: "bevor etwas zurückgeholt wurde",
    },
    damaged: (files) => `ohne ${files}, beschädigt`,
    allBackups: (count) => `Alle ${count} zeigen`,
    restore: "Zurückholen",
    restoreOf: (moment) => `Zurückholen, wie es am ${moment} war`,
    askRestore: (moment) => `Alles zurückholen, wie es am ${moment} war?`,
    restoreMeans:
      "Alles, von allen. Wie es jetzt ist, wird vorher gesichert, also lässt es sich zurücknehmen. Wer sich seither angemeldet hat, muss das noch einmal tun.",
    restoring: "Alles wird zurückgeholt. Saydo ist einen Moment weg…",
    restored: (moment) => `Alles ist, wie es am ${moment} war.`,
    restoreUnknown:
      "Was daraus wurde, ist nicht bekannt. Lade die Seite neu und sieh nach deinen Aufgaben.",

    feeds: "Kalender",
    feedsHint:
      "Eine geheime Adresse, die eine Kalender-App abonniert. Wer sie kennt, kann deine offenen Aufgaben lesen und nichts ändern.",
    feedName: "Name des Kalenders",
    feedKind: "Für",
    feedKinds: { event: "Jede Kalender-App", todo: "Apps, die Aufgaben kennen" },
    newFeed: "Adresse anlegen",
    madeFeed: (name) => `Adresse von „${name}“`,
    madeOn: (day) => `angelegt am ${day}`,
    revokeFeed: (name) => `Widerrufen: „${name}“`,
    askRevokeFeed: (name) => `„${name}“ widerrufen?`,
    revokeFeedMeans: "Kalender, die sie abonniert haben, bekommen sofort nichts mehr.",

    webhooks: "Webhooks",
    webhooksHint:
      "Jede Änderung wird an eine Adresse von dir gesendet, signiert und der Reihe nach, bis sie ankommt.",
    webhookUrl: "Adresse",
    webhookSecret: "Geheimnis, mit dem Nachrichten signiert sind",
    webhookSecretHint:
      "Es wird nur dieses eine Mal gezeigt. Die Bibliotheken von Standard Webhooks prüfen die Signatur damit.",
    webhookOn: "Ein",
    webhookOff: "Aus",
    webhookFails: (since) => `Kommt seit ${since} nicht an`,
    allEvents: "jede Änderung",
    someEvents: (count) => some(count, "eine Art von Änderung", `${count} Arten von Änderungen`),
    turnOn: "Einschalten",
    turnOff: "Ausschalten",
    switchWebhook: (url, on) => `${on ? "Einschalten" : "Ausschalten"}: ${url}`,
    removeWebhook: (url) => `Entfernen: ${url}`,
    askRemoveWebhook: (url) => `Nichts mehr an ${url} senden?`,
  },
};
