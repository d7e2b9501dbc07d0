import type { FIRST_RUN as ENGLISH } from "../en/firstRun";
import type { Like } from "../grammar/like";
import EXAMPLES from "./examples.json";

export const FIRST_RUN: Like<typeof ENGLISH> = {
  label: "Bienvenue",
  step: (step, of) => `Étape ${step} sur ${of}`,
  skip: "Passer",
  back: "Retour",
  next: "Suivant",
  done: "Terminé",

  stored: {
    title: "Où sont tes tâches",
    hereFile: "Tes tâches sont dans un fichier sur cette machine, une base SQLite ordinaire.",
    thereFile: (host) =>
      `Tes tâches sont dans un fichier sur la machine ${host}, une base SQLite ordinaire.`,
    browser:
      "Ce navigateur garde ce que tu as vu en dernier, pour que la page s'ouvre sans connexion. La déconnexion l'efface.",
    nothingLeaves:
      "Ce que tu dis est entendu, pensé et répondu sur cette machine-là, et ne va nulle part ailleurs : c'est réglé ainsi.",
    mayLeave: (what) =>
      `D'origine, tout se passe sur cette machine-là. Seulement là où un service extérieur a été réglé peuvent y aller : ${what}.`,
    leaving: {
      hearing: "le son de ta voix",
      thinking: "tes mots",
      questions: "tes mots, pour les questions qui ne concernent pas tes tâches",
      speaking: "les mots des réponses",
    },
    and: " et ",
  },

  microphone: {
    title: "On t'entend ?",
    text: "Un essai de quatre secondes. Sans micro, tu écris : cela revient au même.",
  },

  task: {
    title: "Ta première tâche",
    say: "Appuie sur le micro et dis, ou écris dans la barre en bas :",
    example: EXAMPLES.remind,
    put: "La mettre dans la barre",
    speak: "Parler",
    waiting: "Elle apparaît ici.",
    made: "La voilà",
    see: {
      today: "La voir dans Aujourd'hui",
      upcoming: "La voir dans À venir",
      inbox: "La voir dans la Boîte de réception",
    },
  },

  more: {
    title: "Fais un tour",
    sampleText:
      "Un petit projet pour essayer. C'est une seule commande : un seul Annuler reprend le tout.",
    sample: "Créer le projet d'essai",
    seeSample: "Voir le projet d'essai",
    phone: "Sur ton téléphone",
  },

  project: {
    name: "Essayer Saydo",
    description: "Pour essayer. Annuler reprend le tout, plus tard aussi, dans Activité.",
    tick: "Coche-moi",
    move: "Déplace-moi à un autre jour",
    open: "Ouvre-moi : notes, parties et commentaires",
    notes: "Ici, il y a de la place pour des notes.",
    parts: ["Une première partie", "Une deuxième partie"],
    plants: "Arroser les plantes",
    tag: "maison",
  },
};
