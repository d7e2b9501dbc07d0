import type { ARRANGE as ENGLISH } from "../en/arrange";
import type { Like } from "../grammar/like";

export const ARRANGE: Like<typeof ENGLISH> = {
  arrange: {
    open: "Organiser",
    label: "Comment la liste est organisée",
    group: "Grouper par",
    sort: "Trier par",
    groupings: {
      due: "Date",
      priority: "Priorité",
      project: "Projet",
      person: "Personne",
      tag: "Étiquette",
      none: "Sans groupes",
    },
    sortings: {
      due: "Date",
      priority: "Priorité",
      created: "Les plus récentes d'abord",
      manual: "À la main",
    },
    noPerson: "Pour personne",
    noTag: "Sans étiquette",
  },

  moving: {
    placed: (title, place, of) => `« ${title} » : place ${place} sur ${of}`,
    placedIn: (title, place, of, group) => `« ${title} » : place ${place} sur ${of} dans ${group}`,
    into: (title, group) => `« ${title} » est dans ${group}`,
    first: "Il n'y a rien au-dessus",
    last: "Il n'y a rien au-dessous",
    notByHand:
      "Cette liste n'est pas triée à la main. Choisis-le sous Organiser pour mettre les tâches dans ton ordre.",
    tooMany: "Trop de tâches au-dessus n'ont pas encore de place. Rapproche-la d'abord du haut.",
    dragged: (count) => `${count} tâches`,
    byKey: "La monter ou la descendre",
  },

  swipe: {
    done: "Terminée",
    later: "Le lendemain",
  },
};
