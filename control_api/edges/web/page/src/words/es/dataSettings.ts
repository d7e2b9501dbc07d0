import type { DATA_SETTINGS as ENGLISH } from "../en/dataSettings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";

const some = pluralIn("es");
const many = (count: number) => count.toLocaleString("es");

export const DATA_SETTINGS: Like<typeof ENGLISH> = {
  data: {
    import: "Importar",
    importHint:
      "Ves lo que pasaría antes de que nada cambie. Nunca elimina nada, y todo junto se puede deshacer.",
    file: "Archivo",
    format: "Formato",
    formats: {
      saydo: "Saydo",
      csv: "Tabla (CSV)",
      ics: "iCalendar",
      "todoist-csv": "Todoist, tablas",
      "todoist-json": "Todoist, JSON",
      taskwarrior: "Taskwarrior",
      todotxt: "todo.txt",
      vikunja: "Vikunja",
    },
    project: "Proyecto",
    projectHint: "Para tareas de un archivo que no nombra ninguno.",
    look: "Ver lo que pasaría",
    reading: "Leyendo…",
    take: "Importar",
    importing: "Importando…",
    imported: (words) => `Importado: ${words}.`,
    force: "Hacerlo de todos modos",
    preview: "Lo que pasaría",
    nothingInIt: "Nada: en este archivo no hay nada.",
    nothingNew: "nada que no esté ya aquí",
    sample: "Las primeras tareas",
    noLoss: "No se pierde nada.",
    losses: "Lo que se pierde o cambia",
    times: (count) => some(count, "una vez", `${many(count)} veces`),
    fates: {
      new: (count) => some(count, `${many(count)} nueva`, `${many(count)} nuevas`),
      changed: (count) => some(count, `${many(count)} cambiada`, `${many(count)} cambiadas`),
      restored: (count) => `${many(count)} de vuelta de la papelera`,
      trashed: (count) => `${many(count)} a la papelera`,
      same: (count) => some(count, `${many(count)} igual`, `${many(count)} iguales`),
      kept: (count) => `${many(count)} como aquí`,
    },
    things: {
      task: (n) => some(n, "tarea", "tareas"),
      project: (n) => some(n, "proyecto", "proyectos"),
      tag: (n) => some(n, "etiqueta", "etiquetas"),
      person: (n) => some(n, "persona", "personas"),
      filter: (n) => some(n, "filtro guardado", "filtros guardados"),
      comment: (n) => some(n, "comentario", "comentarios"),
      occurrence: (n) => some(n, "vez de una tarea repetida", "veces de tareas repetidas"),
      timer: (n) => some(n, "temporizador", "temporizadores"),
      alarm: (n) => some(n, "alarma", "alarmas"),
      settings: (n) => some(n, "juego de ajustes", "juegos de ajustes"),
    },
    bytes: ["B", "kB", "MB", "GB"],

    export: "Exportar",
    exportHint: "Todo, como un archivo que es tuyo.",
    history: "Con el historial",
    historyHint: "Todo lo que pasó, como constancia: una importación no lo lee.",
    nothingHere: "Aquí aún no hay nada.",
    download: "Descargar",

    backups: "Copias de seguridad",
    backupsHint:
      "Saydo copia sus archivos cada día y comprueba cada copia. Están en el mismo disco: cópialas también a otro sitio.",
    noBackups: "Aún no hay ninguna.",
    makeBackup: "Hacer una copia ahora",
    backupMade: "Hay copia de todo.",
    reasons: {
      schedule: "por el reloj",
      hand: "a mano",
      upgrade: "antes de una actualización",
      restore: "antes de restaurar algo",
    },
    damaged: (files) => `sin ${files}, que estaba dañado`,
    allBackups: (count) => `Mostrar las ${count}`,
    restore: "Restaurar",
    restoreOf: (moment) => `Restaurar como estaba el ${moment}`,
    askRestore: (moment) => `¿Restaurar todo como estaba el ${moment}?`,
    restoreMeans:
      "Todo, de todos. Antes se hace copia de como está ahora, así que se puede volver atrás. Quien haya iniciado sesión desde entonces tendrá que hacerlo de nuevo.",
    restoring: "Restaurando todo. Saydo se va un momento…",
    restored: (moment) => `Todo está como estaba el ${moment}.`,
    restoreUnknown: "No se sabe qué fue de ello. Recarga la página y mira tus tareas.",

    feeds: "Calendarios",
    feedsHint:
      "Una dirección secreta a la que se suscribe una aplicación de calendario. Quien la conozca puede leer tus tareas pendientes, y no cambiar nada.",
    feedName: "Nombre del calendario",
    feedKind: "Para",
    feedKinds: {
      event: "Cualquier aplicación de calendario",
      todo: "Aplicaciones que conocen tareas",
    },
    newFeed: "Crear una dirección",
    madeFeed: (name) => `Dirección de «${name}»`,
    madeOn: (day) => `creada el ${day}`,
    revokeFeed: (name) => `Revocar «${name}»`,
    askRevokeFeed: (name) => `¿Revocar «${name}»?`,
    revokeFeedMeans: "Los calendarios suscritos dejan de recibir nada, al momento.",

    webhooks: "Webhooks",
    webhooksHint:
      "Cada cambio se envía a una dirección tuya, firmado y en orden, hasta que llega.",
    webhookUrl: "Dirección",
    webhookSecret: "Secreto con el que se firman los mensajes",
    webhookSecretHint:
      "Se muestra solo esta vez. Las bibliotecas de Standard Webhooks comprueban la firma con él.",
    webhookOn: "Activado",
    webhookOff: "Desactivado",
    webhookFails: (since) => `No llega desde ${since}`,
    allEvents: "cada cambio",
    someEvents: (count) => some(count, "un tipo de cambio", `${count} tipos de cambios`),
    turnOn: "Activar",
    turnOff: "Desactivar",
    switchWebhook: (url, on) => `${on ? "Activar" : "Desactivar"} ${url}`,
    removeWebhook: (url) => `Quitar ${url}`,
    askRemoveWebhook: (url) => `¿No enviar nada más a ${url}?`,
  },
};
