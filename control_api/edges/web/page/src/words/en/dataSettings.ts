import { pluralIn } from "../grammar/plural";

const some = pluralIn("en");

const FORMATS = {
  saydo: "Saydo",
  csv: "Table (CSV)",
  ics: "iCalendar",
  "todoist-csv": "Todoist, tables",
  "todoist-json": "Todoist, JSON",
  taskwarrior: "Taskwarrior",
  todotxt: "todo.txt",
  vikunja: "Vikunja",
} as const;

/** What the settings say of moving in and out, backups, and who else is told. */
export const DATA_SETTINGS = {
  data: {
    import: "Import",
    importHint:
      "You see what it would do before anything changes. It never deletes, and can be undone as a whole.",
    file: "File",
    format: "Format",
    formats: FORMATS,
    project: "Project",
    projectHint: "For tasks of a file that names none.",
    look: "See what it would do",
    reading: "Reading…",
    take: "Import",
    importing: "Importing…",
    imported: (words: string) => `Imported: ${words}.`,
    force: "Do it all the same",
    preview: "What it would do",
    nothingInIt: "Nothing: there is nothing in this file.",
    nothingNew: "nothing that is not here already",
    sample: "The first tasks",
    noLoss: "Nothing is lost.",
    losses: "What is lost or changed",
    times: (count: number) => (count === 1 ? "once" : `${count.toLocaleString("en")} times`),
    fates: {
      new: (count: number) => `${count.toLocaleString("en")} new`,
      changed: (count: number) => `${count.toLocaleString("en")} changed`,
      restored: (count: number) => `${count.toLocaleString("en")} back from the trash`,
      trashed: (count: number) => `${count.toLocaleString("en")} to the trash`,
      same: (count: number) => `${count.toLocaleString("en")} the same`,
      kept: (count: number) => `${count.toLocaleString("en")} kept as here`,
    },
    /** What so many of a kind are called. */
    things: {
      task: (n: number) => some(n, "task", "tasks"),
      project: (n: number) => some(n, "project", "projects"),
      tag: (n: number) => some(n, "tag", "tags"),
      person: (n: number) => some(n, "person", "people"),
      filter: (n: number) => some(n, "saved filter", "saved filters"),
      comment: (n: number) => some(n, "comment", "comments"),
      occurrence: (n: number) => some(n, "time of a repeating task", "times of repeating tasks"),
      timer: (n: number) => some(n, "timer", "timers"),
      alarm: (n: number) => some(n, "alarm", "alarms"),
      settings: (n: number) => some(n, "set of settings", "sets of settings"),
    },
    bytes: ["B", "kB", "MB", "GB"],

    export: "Export",
    exportHint: "Everything, as a file that is yours.",
    history: "With the history",
    historyHint: "All that ever happened, for the record: an import does not read it.",
    nothingHere: "There is nothing here yet.",
    download: "Download",

    backups: "Backups",
    backupsHint:
      "Saydo copies its files every day, and checks each copy. They lie on the same disk: copy them elsewhere, too.",
    noBackups: "There is none yet.",
    makeBackup: "Back up now",
    backupMade: "Everything is backed up.",
    reasons: {
      schedule: "by the clock",
      hand: "by hand",
      upgrade: "before an upgrade",
      restore: "before something was put back",
    },
    damaged: (files: string) => `without ${files}, which was damaged`,
    allBackups: (count: number) => `Show all ${count}`,
    restore: "Put back",
    restoreOf: (moment: string) => `Put back how it was on ${moment}`,
    askRestore: (moment: string) => `Put everything back as it was on ${moment}?`,
    restoreMeans:
      "Everything, of everybody. How it is now is backed up first, so this can be taken back. Whoever signed in since then has to do so again.",
    restoring: "Putting everything back. Saydo is away for a moment…",
    restored: (moment: string) => `Everything is as it was on ${moment}.`,
    restoreUnknown: "It is not known what became of it. Load the page again, and look at your tasks.",

    feeds: "Calendars",
    feedsHint:
      "A secret address that a calendar app subscribes to. Anyone who knows it can read your open tasks, and change nothing.",
    feedName: "Name of the calendar",
    feedKind: "For",
    feedKinds: { event: "Any calendar app", todo: "Apps that know to-dos" },
    newFeed: "Make an address",
    madeFeed: (name: string) => `Address of “${name}”`,
    madeOn: (day: string) => `made ${day}`,
    revokeFeed: (name: string) => `Revoke “${name}”`,
    askRevokeFeed: (name: string) => `Revoke “${name}”?`,
    revokeFeedMeans: "Calendars that subscribe to it get nothing any more, at once.",

    webhooks: "Webhooks",
    webhooksHint: "Every change is sent to an address of yours, signed, in order, until it arrives.",
    webhookUrl: "Address",
    webhookSecret: "Secret that messages are signed with",
    webhookSecretHint:
      "It is shown this once. The libraries of Standard Webhooks check the signature with it.",
    webhookOn: "On",
    webhookOff: "Off",
    webhookFails: (since: string) => `Has not arrived since ${since}`,
    allEvents: "every change",
    someEvents: (count: number) => (count === 1 ? "one kind of change" : `${count} kinds of changes`),
    turnOn: "Turn on",
    turnOff: "Turn off",
    switchWebhook: (url: string, on: boolean) => `Turn ${on ? "on" : "off"} ${url}`,
    removeWebhook: (url: string) => `Remove ${url}`,
    askRemoveWebhook: (url: string) => `Send nothing to ${url} any more?`,
  },
} as const;
