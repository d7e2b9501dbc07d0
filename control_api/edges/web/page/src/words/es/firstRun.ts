import type { FIRST_RUN as ENGLISH } from "../en/firstRun";
import type { Like } from "../grammar/like";
import EXAMPLES from "./examples.json";

export const FIRST_RUN: Like<typeof ENGLISH> = {
  label: "Te damos la bienvenida",
  step: (step, of) => `Paso ${step} de ${of}`,
  skip: "Saltar",
  back: "Atrás",
  next: "Siguiente",
  done: "Listo",

  stored: {
    title: "Dónde están tus tareas",
    hereFile: "Tus tareas están en un archivo en esta máquina, una base de datos SQLite corriente.",
    thereFile: (host) =>
      `Tus tareas están en un archivo en la máquina ${host}, una base de datos SQLite corriente.`,
    browser:
      "Este navegador guarda lo último que has visto, para que la página se abra sin conexión. Al cerrar la sesión se borra.",
    nothingLeaves:
      "Lo que dices se oye, se piensa y se responde en esa máquina, y no va a ninguna otra parte: así está configurado.",
    mayLeave: (what) =>
      `De fábrica todo ocurre en esa máquina. Solo donde se configuró un proveedor de fuera pueden ir allí: ${what}.`,
    leaving: {
      hearing: "el sonido de tu voz",
      thinking: "tus palabras",
      questions: "tus palabras, en preguntas que no son sobre tus tareas",
      speaking: "las palabras de las respuestas",
    },
    and: " y ",
  },

  microphone: {
    title: "¿Se te oye?",
    text: "Una prueba de cuatro segundos. Sin micrófono, escribes: sirve igual.",
  },

  task: {
    title: "Tu primera tarea",
    say: "Pulsa el micrófono y di, o escribe en la barra de abajo:",
    example: EXAMPLES.remind,
    put: "Ponerla en la barra",
    speak: "Hablar",
    waiting: "Aparece aquí.",
    made: "Aquí está",
    see: {
      today: "Verla en Hoy",
      upcoming: "Verla en Próximas",
      inbox: "Verla en Entrada",
    },
  },

  more: {
    title: "Echa un vistazo",
    sampleText:
      "Un proyecto pequeño para probar. Es una sola orden: un solo Deshacer lo quita todo.",
    sample: "Crear el proyecto de prueba",
    seeSample: "Ver el proyecto de prueba",
    phone: "En tu teléfono",
  },

  project: {
    name: "Probar Saydo",
    description: "Para probar. Deshacer lo quita todo, también más tarde, en Actividad.",
    tick: "Márcame como hecha",
    move: "Muéveme a otro día",
    open: "Ábreme: notas, partes y comentarios",
    notes: "Aquí hay sitio para notas.",
    parts: ["Una primera parte", "Una segunda parte"],
    plants: "Regar las plantas",
    tag: "casa",
  },
};
