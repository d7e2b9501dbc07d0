import type { PLACES as ENGLISH } from "../en/places";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import EXAMPLES from "./examples.json";

const some = pluralIn("fr");

export const PLACES: Like<typeof ENGLISH> = {
  shell: {
    places: "Lieux",
    tabs: "Onglets",
    fold: "Afficher ou masquer les noms des lieux",
    panel: "Afficher ou masquer la conversation",
    dock: "Barre du bas",
    skip: "Aller à la liste",
    projects: "Projets",
    filters: "Filtres",
    browse: "Parcourir",
    talk: "Parler",
    nowhere: "Il n'y a rien ici",
    nowhereText: "Ce que cette adresse montrait a disparu, ou n'a jamais existé.",
    toToday: "Aller à Aujourd'hui",
  },

  sharing: {
    choose: "Espace",
    own: "Le tien",
    talkElsewhere: "Les conversations portent sur tes propres tâches. Ici, tu écris et tu cliques.",
    toOwn: "Aller à tes propres tâches",
  },

  things: {
    newProject: "Nouveau projet",
    edit: "Modifier",
    name: "Nom",
    colour: "Couleur",
    whichColour: "Quelle couleur",
    query: "Filtre",
    save: "Enregistrer",
    archive: "Archiver",
    archived: "Archivés",
    unarchive: "Reprendre",
    remove: "Supprimer",
    make: "Créer le projet",
  },

  views: {
    search: "Recherche",
    today: "Aujourd'hui",
    upcoming: "À venir",
    inbox: "Boîte de réception",
    all: "Toutes les tâches",
    completed: "Terminées",
    activity: "Activité",
    trash: "Corbeille",
    settings: "Réglages",
    empty: {
      today: {
        title: "Plus rien pour aujourd'hui",
        text: "Dis ou écris ce que tu as en tête, et cela apparaît à sa place.",
      },
      upcoming: { title: "Rien à venir", text: "Ce qui reçoit une date apparaît ici." },
      inbox: {
        title: "La boîte de réception est vide",
        text: "Ce qui n'appartient à aucun projet apparaît ici.",
      },
      all: {
        title: "Rien à faire",
        text: "Dis ou écris ce que tu as en tête, et cela apparaît ici.",
      },
      completed: { title: "Rien de terminé pour l'instant", text: "Ce que tu coches apparaît ici." },
      project: {
        title: "Rien d'ouvert ici",
        text: `Écris « ${EXAMPLES.addTo} » et le nom du projet.`,
      },
      filter: { title: "Rien ne correspond", text: "Aucune tâche n'est ce que ce filtre demande." },
    },
  },

  activity: {
    intro:
      "Ce qui a été fait, et comment. Ce qui a changé quelque chose peut être annulé ici, et refait.",
    empty: "Rien n'a encore été fait",
    more: "Afficher plus",
    spoken: "Seulement ce qui a été dit ou écrit",
  },

  settings: {
    partsLabel: "Parties des réglages",
    back: "Tous les réglages",
    parts: {
      you: { title: "Toi et tes appareils", about: "Nom, langue, mot de passe, programmes" },
      voice: { title: "Voix", about: "Vitesse, patience, micro, ce qui est gardé" },
      reminders: { title: "Rappels", about: "Où ils vont, et un essai" },
      look: { title: "Apparence et touches", about: "Clair ou sombre, couleur, densité" },
      data: { title: "Données", about: "Import, export, calendriers, webhooks" },
      sharing: { title: "Partage", about: "Espaces avec d'autres, qui s'y trouve" },
      people: { title: "État et personnes", about: "Ce qui tourne, qui en fait partie" },
    },
  },

  search: {
    field: "Chercher dans les titres, notes et commentaires",
    none: "Rien n'a été trouvé",
    count: (count) =>
      some(count, `${count} tâche trouvée`, `${count.toLocaleString("fr")} tâches trouvées`),
    notes: "Notes",
    comments: "Commentaire",
  },

  keys: {
    heading: "Touches",
    onPage: "Sur la page",
    inList: "Dans une liste",
    closeHelp: "Fermer les touches",
    single: "Les lettres seules font quelque chose",
    type: "Écrire à Saydo",
    search: "Chercher",
    mute: "Couper et rouvrir le micro",
    help: "Afficher ces touches",
    close: "Fermer, lâcher",
    move: "Monter et descendre",
    complete: "Terminer",
    open: "Ouvrir",
    edit: "Modifier le titre",
    date: "Changer la date",
    select: "Sélectionner",
    stretch: "Sélectionner plusieurs",
    remove: "Supprimer",
    names: { ctrl: "Ctrl", shift: "Maj", space: "Espace", enter: "Entrée", delete: "Suppr" },
  },
};
