import type { HINTS as ENGLISH } from "../en/hints";
import type { Like } from "../grammar/like";

export const HINTS: Like<typeof ENGLISH> = {
  label: "Consejo",
  gotIt: "Entendido",
  texts: {
    search: "Ctrl+K encuentra cualquier tarea, por palabras de su título, sus notas y sus comentarios.",
    searchOnPhone: "En Explorar hay una búsqueda en títulos, notas y comentarios.",
    keys: "En una lista, las flechas suben y bajan, Espacio completa, y ? muestra todas las demás teclas.",
    swipe:
      "Desliza una tarea a la derecha para completarla, y a la izquierda para dejarla para el día siguiente.",
    signs: "En la barra, #etiqueta, @persona, /proyecto y p1 a p4 significan lo que parecen.",
    drag: "Una tarea se puede arrastrar a otro día, o a un proyecto junto a la lista.",
  },
};
