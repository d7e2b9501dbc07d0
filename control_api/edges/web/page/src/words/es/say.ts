import type { SAY as ENGLISH } from "../en/say";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("es");

export const SAY: Like<typeof ENGLISH> = {
  say: {
    label: "Decir o escribir",
    speak: "Hablar con Saydo",
    leave: "Terminar la conversación",
    hush: "Callar la voz",
    understood: "Lo que se entiende",
    newTask: (title) => `Nueva tarea: ${title}`,
    newTasks: (count) => some(count, `${count} tarea nueva`, `${count} tareas nuevas`),
    someTasks: (count) => some(count, `${count} tarea`, `${count} tareas`),
    deeds: {
      update: "Cambia",
      complete: "Completa",
      start: "Empieza",
      cancel: "Cancela",
      reopen: "Reabre",
      delete: "Elimina",
      restore: "Recupera",
      snooze: "Recuerda más tarde",
      list: "Muestra",
      undo: "Deshace",
      redo: "Rehace",
      create: "Crea",
    },
    does: "Lo hace",
    deed: (deed, tasks) => `${deed}: ${tasks}`,
    asksFirst: (plan) => `Antes te pregunta: ${plan}`,
    unknown: "No es una orden sencilla",
    addAsTask: "Añadirlo como tarea",
    fields: {
      due: "Fecha",
      repeat: "Repetición",
      start: "Inicio",
      deadline: "Fecha límite",
      duration_min: "Duración",
      reminders: "Recordatorio",
      project: "Proyecto",
      priority: "Prioridad",
      tags: "Etiqueta",
      assignees: "Persona",
      notes: "Nota",
    },
    drop: (field, said) => `${field} «${said}»: tomarlo como palabras del título`,
    completions: { "#": "Etiquetas", "@": "Personas", "/": "Proyectos" },
    sending: (text) => `Enviando «${text}»…`,
    kept: (text) => `«${text}» se envía en cuanto se pueda llegar a Saydo.`,
  },
};
