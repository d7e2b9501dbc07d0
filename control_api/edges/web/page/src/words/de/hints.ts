import type { HINTS as ENGLISH } from "../en/hints";
import type { Like } from "../grammar/like";

export const HINTS: Like<typeof ENGLISH> = {
  label: "Hinweis",
  gotIt: "Alles klar",
  texts: {
    search: "Strg+K findet jede Aufgabe, nach Wörtern aus Titel, Notizen und Kommentaren.",
    searchOnPhone: "Unter Übersicht kannst du in Titeln, Notizen und Kommentaren suchen.",
    keys: "In einer Liste gehst du mit den Pfeilen auf und ab, die Leertaste erledigt, und ? zeigt alle anderen Tasten.",
    swipe:
      "Wisch eine Aufgabe nach rechts, um sie zu erledigen, und nach links, um sie auf den nächsten Tag zu verschieben.",
    signs: "In der Leiste bedeuten #Schlagwort, @Person, /Projekt und p1 bis p4, wonach sie aussehen.",
    drag: "Eine Aufgabe lässt sich auf einen anderen Tag ziehen, oder auf ein Projekt neben der Liste.",
  },
};
