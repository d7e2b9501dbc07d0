import type { TASKS as ENGLISH } from "../en/tasks";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("fr");

export const TASKS: Like<typeof ENGLISH> = {
  list: {
    label: "Liste",
    noProject: "Sans projet",
    priorities: {
      urgent: "Urgent",
      high: "Priorité haute",
      medium: "Priorité moyenne",
      low: "Priorité basse",
      none: "Sans priorité",
    },
    chosen: "sélectionnée",
    chosenCount: (count) => some(count, `${count} sélectionnée`, `${count} sélectionnées`),
    bulk: "Faire avec toute la sélection",
    complete: "Terminer",
    reopen: "Rouvrir",
    moveTo: "Déplacer vers",
    priority: "Priorité",
    remove: "Supprimer la sélection",
    clear: "Ne rien sélectionner",
    justAdded: "Ajouté à l'instant :",
  },

  data: {
    refused: (reason) => `Annulé : ${reason}`,
    waiting: (count) =>
      some(
        count,
        `Saydo est injoignable. ${count} changement attend ici et sera envoyé tout seul.`,
        `Saydo est injoignable. ${count} changements attendent ici et seront envoyés tout seuls.`,
      ),
  },

  trash: {
    intro: "Ce qui a été supprimé reste ici jusqu'à sa suppression définitive.",
    empty: "La corbeille est vide",
    kinds: {
      task: "Tâche",
      project: "Projet",
      tag: "Étiquette",
      person: "Personne",
      filter: "Filtre",
      comment: "Commentaire",
      occurrence: "Une fois d'une tâche répétée",
      timer: "Minuteur",
      alarm: "Alarme",
      settings: "Réglages",
    },
    restore: (name) => `Récupérer « ${name} »`,
    purge: (name) => `Supprimer « ${name} » définitivement`,
    restored: (name) => `« ${name} » est de retour.`,
    emptyAll: "Vider la corbeille",
    askOne: (name) => `Supprimer « ${name} » définitivement ? On ne pourra pas le récupérer.`,
    askAll: "Tout supprimer définitivement ? On ne pourra pas le récupérer.",
    yes: "Supprimer définitivement",
    no: "Garder",
    more: "Afficher plus",
  },

  tasks: {
    heading: "Tâches",
    groups: {
      overdue: "En retard",
      today: "Aujourd'hui",
      tomorrow: "Demain",
      week: "Cette semaine",
      later: "Plus tard",
      undated: "Sans date",
    },
    complete: (title) => `Terminer « ${title} »`,
    reopen: (title) => `Rouvrir « ${title} »`,
    renameField: "Nouveau titre",
    remove: (title) => `Supprimer « ${title} »`,
    changeDue: (title, due) => `Échéance : ${due}. Changer l'échéance de « ${title} »`,
    setDue: (title) => `Ajouter une date : l'échéance de « ${title} »`,
    addDate: "Ajouter une date",
    inProgress: "En cours",
    blocked: "Attend une autre tâche",
    priorities: {
      low: "Priorité basse",
      medium: "Priorité moyenne",
      high: "Priorité haute",
      urgent: "Urgent",
    },
    repeats: {
      DAILY: (n) => (n === 1 ? "Chaque jour" : `Tous les ${n} jours`),
      WEEKLY: (n) => (n === 1 ? "Chaque semaine" : `Toutes les ${n} semaines`),
      MONTHLY: (n) => (n === 1 ? "Chaque mois" : `Tous les ${n} mois`),
      YEARLY: (n) => (n === 1 ? "Chaque année" : `Tous les ${n} ans`),
    },
  },

  due: {
    label: "Pour quand ?",
    today: "Aujourd'hui",
    tomorrow: "Demain",
    yesterday: "Hier",
    allDay: "Toute la journée",
    nextWeek: "Lundi prochain",
    none: "Sans date",
    date: "Date",
    time: "Heure",
    save: "Enregistrer",
    cancel: "Annuler",
  },
};
