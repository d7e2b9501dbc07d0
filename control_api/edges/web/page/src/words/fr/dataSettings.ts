import type { DATA_SETTINGS as ENGLISH } from "../en/dataSettings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("fr");
const many = (count: number) => count.toLocaleString("fr");

export const DATA_SETTINGS: Like<typeof ENGLISH> = {
  data: {
    import: "Importer",
    importHint:
      "Tu vois ce qui se passerait avant que quoi que ce soit ne change. Rien n'est jamais supprimé, et le tout peut être annulé.",
    file: "Fichier",
    format: "Format",
    formats: {
      saydo: "Saydo",
      csv: "Tableau (CSV)",
      ics: "iCalendar",
      "todoist-csv": "Todoist, tableaux",
      "todoist-json": "Todoist, JSON",
      taskwarrior: "Taskwarrior",
      todotxt: "todo.txt",
      vikunja: "Vikunja",
    },
    project: "Projet",
    projectHint: "Pour les tâches d'un fichier qui n'en nomme pas.",
    look: "Voir ce qui se passerait",
    reading: "Lecture…",
    take: "Importer",
    importing: "Import en cours…",
    imported: (words) => `Importé : ${words}.`,
    force: "Le faire quand même",
    preview: "Ce qui se passerait",
    nothingInIt: "Rien : ce fichier est vide.",
    nothingNew: "rien qui ne soit déjà ici",
    sample: "Les premières tâches",
    noLoss: "Rien n'est perdu.",
    losses: "Ce qui est perdu ou changé",
    times: (count) => `${many(count)} fois`,
    fates: {
      new: (count) => `${many(count)} en plus`,
      changed: (count) => some(count, `${many(count)} modifié`, `${many(count)} modifiés`),
      restored: (count) =>
        some(count, `${many(count)} sorti`, `${many(count)} sortis`) + " de la corbeille",
      trashed: (count) => `${many(count)} à la corbeille`,
      same: (count) => some(count, `${many(count)} identique`, `${many(count)} identiques`),
      kept: (count) =>
        some(count, `${many(count)} gardé tel quel`, `${many(count)} gardés tels quels`),
    },
    things: {
      task: (n) => some(n, "tâche", "tâches"),
      project: (n) => some(n, "projet", "projets"),
      tag: (n) => some(n, "étiquette", "étiquettes"),
      person: (n) => some(n, "personne", "personnes"),
      filter: (n) => some(n, "filtre enregistré", "filtres enregistrés"),
      comment: (n) => some(n, "commentaire", "commentaires"),
      occurrence: () => "fois de tâches répétées",
      timer: (n) => some(n, "minuteur", "minuteurs"),
      alarm: (n) => some(n, "alarme", "alarmes"),
      settings: (n) => some(n, "jeu de réglages", "jeux de réglages"),
    },
    bytes: ["o", "ko", "Mo", "Go"],

    export: "Exporter",
    exportHint: "Tout, dans un fichier qui t'appartient.",
    history: "Avec l'historique",
    historyHint: "Tout ce qui s'est passé, pour mémoire : un import ne le lit pas.",
    nothingHere: "Il n'y a encore rien ici.",
    download: "Télécharger",

    backups: "Sauvegardes",
    backupsHint:
      "Saydo copie ses fichiers chaque jour et vérifie chaque copie. Elles sont sur le même disque : copie-les aussi ailleurs.",
    noBackups: "Il n'y en a pas encore.",
    makeBackup: "Sauvegarder maintenant",
    backupMade: "Tout est sauvegardé.",
    reasons: {
      schedule: "à l'heure prévue",
      hand: "à la main",
      upgrade: "avant une mise à jour",
      restore: "avant une restauration",
    },
    damaged: (files) => `sans ${files}, endommagé`,
    allBackups: (count) => `Tout afficher (${count})`,
    restore: "Restaurer",
    restoreOf: (moment) => `Restaurer l'état du ${moment}`,
    askRestore: (moment) => `Tout restaurer dans l'état du ${moment} ?`,
    restoreMeans:
      "Tout, de tout le monde. L'état actuel est d'abord sauvegardé, on peut donc revenir en arrière. Ceux qui se sont connectés depuis devront le refaire.",
    restoring: "Tout est en train d'être restauré. Saydo s'absente un instant…",
    restored: (moment) => `Tout est dans l'état du ${moment}.`,
    restoreUnknown:
      "On ne sait pas ce que c'est devenu. Recharge la page et regarde tes tâches.",

    feeds: "Calendriers",
    feedsHint:
      "Une adresse secrète à laquelle une application de calendrier s'abonne. Qui la connaît peut lire tes tâches ouvertes, et ne rien changer.",
    feedName: "Nom du calendrier",
    feedKind: "Pour",
    feedKinds: {
      event: "Toute application de calendrier",
      todo: "Les applications qui connaissent les tâches",
    },
    newFeed: "Créer une adresse",
    madeFeed: (name) => `Adresse de « ${name} »`,
    madeOn: (day) => `créée le ${day}`,
    revokeFeed: (name) => `Révoquer « ${name} »`,
    askRevokeFeed: (name) => `Révoquer « ${name} » ?`,
    revokeFeedMeans: "Les calendriers abonnés ne reçoivent plus rien, tout de suite.",

    webhooks: "Webhooks",
    webhooksHint:
      "Chaque changement est envoyé à une adresse à toi, signé, dans l'ordre, jusqu'à ce qu'il arrive.",
    webhookUrl: "Adresse",
    webhookSecret: "Secret avec lequel les messages sont signés",
    webhookSecretHint:
      "Il n'est affiché que cette fois. Les bibliothèques de Standard Webhooks vérifient la signature avec lui.",
    webhookOn: "Actif",
    webhookOff: "Inactif",
    webhookFails: (since) => `N'arrive plus depuis ${since}`,
    allEvents: "chaque changement",
    someEvents: (count) =>
      some(count, `${count} sorte de changement`, `${count} sortes de changements`),
    turnOn: "Activer",
    turnOff: "Désactiver",
    switchWebhook: (url, on) => `${on ? "Activer" : "Désactiver"} ${url}`,
    removeWebhook: (url) => `Enlever ${url}`,
    askRemoveWebhook: (url) => `Ne plus rien envoyer à ${url} ?`,
  },
};
