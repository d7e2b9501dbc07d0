import type { TASKS as ENGLISH } from "../en/tasks";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("es");

export const TASKS: Like<typeof ENGLISH> = {
  list: {
    label: "Lista",
    noProject: "Sin proyecto",
    priorities: {
      urgent: "Urgente",
      high: "Prioridad alta",
      medium: "Prioridad media",
      low: "Prioridad baja",
      none: "Sin prioridad",
    },
    chosen: "seleccionada",
    chosenCount: (count) => some(count, `${count} seleccionada`, `${count} seleccionadas`),
    bulk: "Hacer con todas las seleccionadas",
    complete: "Completar",
    reopen: "Reabrir",
    moveTo: "Mover a",
    priority: "Prioridad",
    remove: "Eliminar las seleccionadas",
    clear: "No seleccionar nada",
    justAdded: "Recién añadida:",
  },

  data: {
    refused: (reason) => `Retirado: ${reason}`,
    waiting: (count) =>
      some(
        count,
        "No se puede llegar a Saydo. Un cambio espera aquí y se envía solo.",
        `No se puede llegar a Saydo. ${count} cambios esperan aquí y se envían solos.`,
      ),
  },

  trash: {
    intro: "Lo que se elimina se queda aquí hasta que se elimina para siempre.",
    empty: "La papelera está vacía",
    kinds: {
      task: "Tarea",
      project: "Proyecto",
      tag: "Etiqueta",
      person: "Persona",
      filter: "Filtro",
      comment: "Comentario",
      occurrence: "Una vez de una tarea repetida",
      timer: "Temporizador",
      alarm: "Alarma",
      settings: "Ajustes",
    },
    restore: (name) => `Recuperar «${name}»`,
    purge: (name) => `Eliminar «${name}» para siempre`,
    restored: (name) => `«${name}» ha vuelto.`,
    emptyAll: "Vaciar la papelera",
    askOne: (name) => `¿Eliminar «${name}» para siempre? No se puede recuperar.`,
    askAll: "¿Eliminarlo todo para siempre? No se puede recuperar.",
    yes: "Eliminar para siempre",
    no: "Conservar",
    more: "Mostrar más",
  },

  tasks: {
    heading: "Tareas",
    groups: {
      overdue: "Vencidas",
      today: "Hoy",
      tomorrow: "Mañana",
      week: "Esta semana",
      later: "Más adelante",
      undated: "Sin fecha",
    },
    complete: (title) => `Completar «${title}»`,
    reopen: (title) => `Reabrir «${title}»`,
    renameField: "Título nuevo",
    remove: (title) => `Eliminar «${title}»`,
    changeDue: (title, due) => `Vence: ${due}. Cambiar cuándo vence «${title}»`,
    setDue: (title) => `Añadir fecha: cuándo vence «${title}»`,
    addDate: "Añadir fecha",
    inProgress: "En curso",
    blocked: "Espera a otra tarea",
    priorities: {
      low: "Prioridad baja",
      medium: "Prioridad media",
      high: "Prioridad alta",
      urgent: "Urgente",
    },
    repeats: {
      DAILY: (n) => some(n, "Cada día", `Cada ${n} días`),
      WEEKLY: (n) => some(n, "Cada semana", `Cada ${n} semanas`),
      MONTHLY: (n) => some(n, "Cada mes", `Cada ${n} meses`),
      YEARLY: (n) => some(n, "Cada año", `Cada ${n} años`),
    },
  },

  due: {
    label: "¿Cuándo vence?",
    today: "Hoy",
    tomorrow: "Mañana",
    yesterday: "Ayer",
    allDay: "Todo el día",
    nextWeek: "El próximo lunes",
    none: "Sin fecha",
    date: "Fecha",
    time: "Hora",
    save: "Guardar",
    cancel: "Cancelar",
  },
};
