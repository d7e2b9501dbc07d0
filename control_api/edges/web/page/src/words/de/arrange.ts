import type { ARRANGE as ENGLISH } from "../en/arrange";
import type { Like } from "../grammar/like";

export const ARRANGE: Like<typeof ENGLISH> = {
  arrange: {
    open: "Anordnen",
    label: "Wie die Liste angeordnet ist",
    group: "Gruppieren nach",
    sort: "Sortieren nach",
    groupings: {
      due: "Datum",
      priority: "Priorität",
      project: "Projekt",
      person: "Person",
      tag: "Schlagwort",
      none: "Keine Gruppen",
    },
    sortings: {
      due: "Datum",
      priority: "Priorität",
      created: "Neueste zuerst",
      manual: "Von Hand",
    },
    noPerson: "Für niemanden",
    noTag: "Kein Schlagwort",
  },

  moving: {
    placed: (title, place, of) => `„${title}“: Platz ${place} von ${of}`,
    placedIn: (title, place, of, group) => `„${title}“: Platz ${place} von ${of} in ${group}`,
    into: (title, group) => `„${title}“ ist in ${group}`,
    first: "Darüber ist nichts",
    last: "Darunter ist nichts",
    notByHand:
      "Diese Liste ist nicht von Hand sortiert. Wähl das unter Anordnen, um die Reihenfolge selbst zu bestimmen.",
    tooMany: "Zu viele Aufgaben darüber haben noch keinen Platz. Schieb sie erst weiter nach oben.",
    dragged: (count) => `${count} Aufgaben`,
    byKey: "Hinauf und hinunter schieben",
  },

  swipe: {
    done: "Erledigt",
    later: "Nächster Tag",
  },
};
