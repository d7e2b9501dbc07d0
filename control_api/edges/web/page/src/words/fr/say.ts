import type { SAY as ENGLISH } from "../en/say";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("fr");

export const SAY: Like<typeof ENGLISH> = {
  say: {
    label: "Dire ou écrire",
    speak: "Parler à Saydo",
    leave: "Terminer la conversation",
    hush: "Faire taire la voix",
    understood: "Ce qui est compris",
    newTask: (title) => `Nouvelle tâche : ${title}`,
    newTasks: (count) => some(count, `${count} nouvelle tâche`, `${count} nouvelles tâches`),
    someTasks: (count) => some(count, `${count} tâche`, `${count} tâches`),
    deeds: {
      update: "Modifie",
      complete: "Termine",
      start: "Commence",
      cancel: "Annule",
      reopen: "Rouvre",
      delete: "Supprime",
      restore: "Récupère",
      snooze: "Rappelle plus tard",
      list: "Affiche",
      undo: "Annule",
      redo: "Refait",
      create: "Crée",
    },
    does: "Le fait",
    deed: (deed, tasks) => `${deed} : ${tasks}`,
    asksFirst: (plan) => `Te demande d'abord : ${plan}`,
    unknown: "Pas une commande simple",
    addAsTask: "Ajouter comme tâche",
    fields: {
      due: "Date",
      repeat: "Répétition",
      start: "Début",
      deadline: "Date limite",
      duration_min: "Durée",
      reminders: "Rappel",
      project: "Projet",
      priority: "Priorité",
      tags: "Étiquette",
      assignees: "Personne",
      notes: "Note",
    },
    drop: (field, said) => `${field} « ${said} » : prendre comme mots du titre`,
    completions: { "#": "Étiquettes", "@": "Personnes", "/": "Projets" },
    sending: (text) => `Envoi de « ${text} »…`,
    kept: (text) => `« ${text} » sera envoyé dès que Saydo sera joignable.`,
  },
};
