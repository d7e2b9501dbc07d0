import type { HINTS as ENGLISH } from "../en/hints";
import type { Like } from "../grammar/like";

export const HINTS: Like<typeof ENGLISH> = {
  label: "Astuce",
  gotIt: "Compris",
  texts: {
    search: "Ctrl+K trouve toute tâche, par les mots de son titre, de ses notes et de ses commentaires.",
    searchOnPhone: "Sous Parcourir, une recherche dans les titres, les notes et les commentaires.",
    keys: "Dans une liste, les flèches montent et descendent, Espace termine, et ? montre toutes les autres touches.",
    swipe:
      "Glisse une tâche vers la droite pour la terminer, et vers la gauche pour la remettre au lendemain.",
    signs: "Dans la barre, #étiquette, @personne, /projet et p1 à p4 veulent dire ce qu'ils semblent dire.",
    drag: "Une tâche se glisse vers un autre jour, ou vers un projet à côté de la liste.",
  },
};
