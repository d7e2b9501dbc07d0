import type { PLACES as ENGLISH } from "../en/places";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import EXAMPLES from "./examples.json";

const some = pluralIn("es");

export const PLACES: Like<typeof ENGLISH> = {
  shell: {
    places: "Lugares",
    tabs: "Pestañas",
    fold: "Mostrar u ocultar los nombres de los lugares",
    panel: "Mostrar u ocultar la conversación",
    dock: "Barra inferior",
    skip: "Saltar a la lista",
    projects: "Proyectos",
    filters: "Filtros",
    browse: "Explorar",
    talk: "Hablar",
    nowhere: "Aquí no hay nada",
    nowhereText: "Lo que mostraba esta dirección ya no está, o nunca existió.",
    toToday: "Ir a Hoy",
  },

  sharing: {
    choose: "Espacio",
    own: "El tuyo",
    talkElsewhere: "Las conversaciones son sobre tus propias tareas. Aquí escribes y haces clic.",
    toOwn: "Ir a tus propias tareas",
  },

  things: {
    newProject: "Nuevo proyecto",
    edit: "Editar",
    name: "Nombre",
    colour: "Color",
    whichColour: "Qué color",
    query: "Filtro",
    save: "Guardar",
    archive: "Archivar",
    archived: "Archivados",
    unarchive: "Recuperar",
    remove: "Eliminar",
    make: "Crear el proyecto",
  },

  views: {
    search: "Buscar",
    today: "Hoy",
    upcoming: "Próximas",
    inbox: "Entrada",
    all: "Todas las tareas",
    completed: "Completadas",
    activity: "Actividad",
    trash: "Papelera",
    settings: "Ajustes",
    empty: {
      today: {
        title: "No queda nada para hoy",
        text: "Di o escribe lo que tengas en mente, y aparece donde le toca.",
      },
      upcoming: { title: "Nada por delante", text: "Lo que recibe una fecha aparece aquí." },
      inbox: {
        title: "La bandeja de entrada está vacía",
        text: "Lo que no pertenece a ningún proyecto aparece aquí.",
      },
      all: {
        title: "Nada que hacer",
        text: "Di o escribe lo que tengas en mente, y aparece aquí.",
      },
      completed: { title: "Aún no hay nada completado", text: "Lo que marcas aparece aquí." },
      project: {
        title: "Aquí no hay nada pendiente",
        text: `Escribe «${EXAMPLES.addTo}» y el nombre del proyecto.`,
      },
      filter: { title: "Nada coincide", text: "Ninguna tarea es lo que pide este filtro." },
    },
  },

  activity: {
    intro:
      "Lo que se hizo, y cómo. Lo que cambió algo se puede deshacer aquí, y volver a hacer.",
    empty: "Aún no se ha hecho nada",
    more: "Mostrar más",
    spoken: "Solo lo que se dijo o escribió",
  },

  settings: {
    partsLabel: "Partes de los ajustes",
    back: "Todos los ajustes",
    parts: {
      you: { title: "Tú y tus dispositivos", about: "Nombre, idioma, contraseña, programas" },
      voice: { title: "Voz", about: "Velocidad, paciencia, micrófono, qué se guarda" },
      reminders: { title: "Recordatorios", about: "Adónde van, y una prueba" },
      look: { title: "Aspecto y teclas", about: "Claro u oscuro, color, densidad" },
      data: { title: "Datos", about: "Importar, exportar, calendarios, webhooks" },
      sharing: { title: "Compartir", about: "Espacios con otros, quién está en ellos" },
      people: { title: "Estado y personas", about: "Qué funciona, quién está dentro" },
    },
  },

  search: {
    field: "Buscar en títulos, notas y comentarios",
    none: "No se encontró nada",
    count: (count) =>
      some(count, "Una tarea encontrada", `${count.toLocaleString("es")} tareas encontradas`),
    notes: "Notas",
    comments: "Comentario",
  },

  keys: {
    heading: "Teclas",
    onPage: "En la página",
    inList: "En una lista",
    closeHelp: "Cerrar las teclas",
    single: "Las letras sueltas hacen algo",
    type: "Escribir a Saydo",
    search: "Buscar",
    mute: "Silenciar y activar el micrófono",
    help: "Mostrar estas teclas",
    close: "Cerrar, soltar",
    move: "Subir y bajar",
    complete: "Completar",
    open: "Abrir",
    edit: "Cambiar el título",
    date: "Cambiar la fecha",
    select: "Seleccionar",
    stretch: "Seleccionar varias",
    remove: "Eliminar",
    names: { ctrl: "Ctrl", shift: "Mayús", space: "Espacio", enter: "Intro", delete: "Supr" },
  },
};
