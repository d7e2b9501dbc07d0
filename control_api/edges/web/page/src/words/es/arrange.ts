import type { ARRANGE as ENGLISH } from "../en/arrange";
import type { Like } from "../grammar/like";

export const ARRANGE: Like<typeof ENGLISH> = {
  arrange: {
    open: "Organizar",
    label: "Cómo está organizada la lista",
    group: "Agrupar por",
    sort: "Ordenar por",
    groupings: {
      due: "Fecha",
      priority: "Prioridad",
      project: "Proyecto",
      person: "Persona",
      tag: "Etiqueta",
      none: "Sin grupos",
    },
    sortings: {
      due: "Fecha",
      priority: "Prioridad",
      created: "Las más nuevas primero",
      manual: "A mano",
    },
    noPerson: "Para nadie",
    noTag: "Sin etiqueta",
  },

  moving: {
    placed: (title, place, of) => `«${title}»: puesto ${place} de ${of}`,
    placedIn: (title, place, of, group) => `«${title}»: puesto ${place} de ${of} en ${group}`,
    into: (title, group) => `«${title}» está en ${group}`,
    first: "No hay nada encima",
    last: "No hay nada debajo",
    notByHand:
      "Esta lista no está ordenada a mano. Elígelo en Organizar para poner las tareas en tu orden.",
    tooMany: "Demasiadas tareas de arriba no tienen puesto todavía. Acércala primero al principio.",
    dragged: (count) => `${count} tareas`,
    byKey: "Subirla o bajarla",
  },

  swipe: {
    done: "Hecha",
    later: "Día siguiente",
  },
};
