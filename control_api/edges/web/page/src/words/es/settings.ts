import type { SETTINGS as ENGLISH } from "../en/settings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import { DATA_SETTINGS } from "./dataSettings";
import { CHOOSING_KEYS } from "./keys";
import EXAMPLES from "./examples.json";
import { YOU_SETTINGS } from "./youSettings";

const some = pluralIn("es");

export const SETTINGS: Like<typeof ENGLISH> = {
  ...YOU_SETTINGS,
  ...DATA_SETTINGS,
  ...CHOOSING_KEYS,

  save: "Guardar",
  saved: "Guardado.",
  cancel: "Cancelar",
  add: "Añadir",
  remove: "Quitar",
  revoke: "Revocar",
  done: "Listo",
  copy: "Copiar",
  copied: "Copiado",
  again: "Intentar de nuevo",
  away: "No se puede llegar a Saydo. No se cambió nada; inténtalo de nuevo.",
  shownOnce: "Se muestra solo esta vez. Cópialo ahora, y guárdalo como guardas una contraseña.",
  proof: {
    password: "Tu contraseña",
    code: "Enlace de acceso reciente",
    how: "Para mostrar que eres tú. En el equipo en el que corre Saydo, escribe «make signin» en su carpeta, y pega el enlace que muestra.",
  },

  voice: {
    leaving: {
      title: "Lo que puede salir de este equipo",
      hint:
        "Solo donde se eligió un proveedor de fuera para este Saydo; sin él no sale nada, diga lo que diga aquí.",
      hearing: "El sonido de tu voz",
      thinking: "Las palabras sobre las que se piensa",
      speaking: "Las palabras que se dicen",
      never: "Se queda aquí",
      questions: "Solo preguntas que no son sobre tus tareas",
      always: "Puede salir",
    },
    speaking: "Cómo se te habla",
    speakingHint: `Vale desde lo próximo que digas, hables donde hables. También lo puedes escribir: «${EXAMPLES.slower}», «${EXAMPLES.moreTime}».`,
    speed: "Velocidad de la voz",
    speedHint: "Lo rápido que habla Saydo.",
    patience: "Paciencia",
    patienceHint: "Cuánto puedes callar antes de que Saydo crea que has terminado.",
    usual: "como siempre",
    times: (times) => `${times.toLocaleString("es")} veces`,
    microphone: "El micrófono está abierto",
    microphones: {
      open: "Durante toda la conversación",
      push_to_talk: "Mientras pulsas su botón",
    },
    sensitivity: "Con cuánta atención escucha",
    sensitivities: {
      low: "Poca, para un sitio ruidoso",
      normal: "Normal",
      high: "Mucha, para una voz baja",
    },
    sleepAfter: "Terminar una conversación cuando nadie habla durante",
    longest: "Terminar una conversación en todo caso después de",
    never: "Nunca",
    minutes: (minutes) => `${minutes} ${some(minutes, "minuto", "minutos")}`,
    hours: (hours) => `${hours} ${some(hours, "hora", "horas")}`,

    devices: "Micrófono y altavoz",
    devicesHint:
      "Este navegador los recuerda. En cuanto has permitido el micrófono, tienen nombres.",
    test: "Probar el micrófono",
    testAgain: "Probarlo otra vez",
    testHint:
      "Habla durante cuatro segundos, y oye lo que llegó. Se queda en este navegador, y desaparece cuando te vas.",
    saySomething: "Di algo…",
    hearsYou: "Se te oye.",
    thisWasHeard: "Esto es lo que se oyó.",
    nothingHeard:
      "Apenas se oyó nada. Elige otro micrófono arriba, o sube este en los ajustes de tu sistema.",
    playback: "Lo que oyó el micrófono",

    kept: "Lo que se guarda de tus palabras",
    keptLabel: "Guardar las palabras de las conversaciones",
    keptHint: `Lo que ves como respuesta a «${EXAMPLES.why}». El sonido de tu voz no se guarda nunca. Tus tareas, y lo que se hizo, se guardan en todo caso.`,
    keptNot: "Nada",
    days: (days) => some(days, "Durante un día", `Durante ${days} días`),
    askForget: "¿Eliminar todas las palabras guardadas?",
    askForgetOlder: (days) =>
      `¿Eliminar las palabras de hace más de ${some(days, "un día", `${days} días`)}?`,
    forget: "Eliminarlas",
  },

  sharing: {
    make: "Un espacio nuevo",
    makeHint:
      "Tareas y proyectos aparte, para la gente que dejas entrar. Nadie ve tus otras tareas.",
    name: "Nombre",
    makeIt: "Crear",
    made: (name) => `«${name}» está ahí. Di abajo quién más está en él.`,
    open: (name) => `Abrir ${name}`,
    nameOf: (name) => `Nombre de ${name}`,
    rename: "Renombrar",
    leave: (name) => `Salir de ${name}`,
    delete: (name) => `Eliminar ${name}`,
    askLeave: (name) => `¿Salir de «${name}»?`,
    askDelete: (name) => `¿Eliminar «${name}» para todos?`,
    leaveMeans: "Ya no ves sus tareas, hasta que alguien te deje entrar otra vez.",
    deleteMeans: "Todo lo que hay en él desaparece, para todos, y no se puede recuperar.",
    roles: {
      owner: "Es tuyo: tú dices quién está en él.",
      editor: "Puedes cambiar lo que hay en él.",
      viewer: "Puedes mirarlo.",
    },
    membersOf: (name) => `Quién está en ${name}`,
    you: "Tú",
    is: { owner: "Propietario", editor: "Puede cambiar", viewer: "Puede mirar" },
    roleOf: (name) => `Lo que puede hacer ${name}`,
    removeOf: (name) => `Sacar a ${name}`,
    who: "Quién",
    whoHint: "El nombre con el que inicia sesión. A quien no tiene cuenta aquí se le invita primero.",
    as: "Como",
  },

  reminders: {
    when: "Cuándo",
    atDue: "Recordarme una tarea cuando vence",
    atDueHint: "De una tarea que tiene hora, y ningún recordatorio propio.",
    spoken: "Decir los recordatorios en voz alta",
    spokenHint: "En una conversación, en cuanto nadie habla.",
    browser: "En este navegador",
    leave: {
      granted: "Los recordatorios también se muestran cuando esta página está en segundo plano.",
      denied:
        "El navegador no muestra mensajes de esta página. Permítelos en su barra de direcciones, y recarga la página.",
      none: "Este navegador solo muestra mensajes de páginas seguras: en este equipo, o por https.",
    },
    closed: "También cuando no hay ninguna página abierta",
    closedHint: "Por el fabricante de este navegador, que ve cuándo, y no puede leer qué.",
    noPush:
      "Este navegador no pudo suscribirse: no tiene servicio de mensajes, o no se puede llegar a él. Una ventana privada no tiene.",
    addresses: "Teléfono, correo y chat",
    addressesHint:
      "Los recordatorios salen de este equipo solo a las direcciones que nombras aquí. Sus secretos se ocultan una vez guardados.",
    newAddress: "Dirección",
    newAddressHint:
      "Como las escribe Apprise: ntfys://, gotifys://, mailto://, matrix://, slack://, tgram:// y otras.",
    removeAddress: (address) => `Quitar ${address}`,
    test: "Prueba",
    testHint: "Pone un temporizador de tres segundos, que sale por todas las vías de arriba.",
    testLabel: "Prueba",
    sendTest: "Enviar una prueba",
    testWaits: "Sale en tres segundos…",
    testNowhere:
      "Salió, y no llegó a nadie: no hay ninguna página abierta, ni ninguna dirección.",
    lookAgain: "Mirar otra vez",
    ways: { page: "en una página abierta", push: "a una dirección", voice: "en voz alta" },
    deliveries: {
      delivered: (way) => `Ha llegado: ${way}.`,
      waiting: (way) => `Está en camino: ${way}.`,
      failed: (way) => `No ha llegado: ${way}.`,
      cancelled: (way) => `Se canceló, porque ya lo sabes: ${way}.`,
    },
    silent: "Lo que no puede llegar a ti",
    noneSilent: "Nada: lo próximo que está previsto puede llegar a ti.",
  },

  look: {
    heading: "Aspecto",
    hint: "Para este navegador.",
    scheme: "Claro u oscuro",
    schemes: { system: "Como el sistema", light: "Claro", dark: "Oscuro" },
    accent: "Color",
    accents: { green: "Verde", blue: "Azul", violet: "Violeta", rose: "Rosa" },
    density: "Listas",
    densities: { roomy: "Amplias", dense: "Densas" },
    showKeys: "Mostrar todas las teclas",
    singleHint: "Apágalas cuando dictes, o cuando sea fácil pulsar teclas por error.",
  },

  people: {
    health: "Estado",
    databaseGood: "Tus tareas se pueden leer y escribir.",
    databaseBad:
      "Los archivos no se pueden leer. En el equipo, «python -m control_api check» dice más.",
    livekitGood: "Se puede llegar al servidor de voz.",
    livekitBad:
      "No se puede llegar al servidor de voz: nadie puede hablar. ¿Está en marcha «make run»?",
    lookAgain: "Mirar otra vez",
    people: "Personas",
    you: "tú",
    owner: "lleva este Saydo",
    nameless: "Sin nombre",
    noPassword: "sin contraseña",
    signsInAs: (name) => `inicia sesión como ${name}`,
    since: (day) => `desde el ${day}`,
    removeOf: (name) => `Quitar a ${name}`,
    askRemove: (name) => `¿Quitar a ${name} para siempre?`,
    removeMeans:
      "Sus tareas, accesos y programas desaparecen, y no se puede deshacer. Las copias de seguridad de antes aún los contienen.",
    removeForGood: "Quitar para siempre",
    removed: (name) => `${name} ya no está.`,
    invitations: "Invitar a alguien",
    invitationsHint: "Recibe una cuenta y tareas propias. Tú no ves ni lo uno ni lo otro.",
    life: "El enlace vale",
    lives: { "24": "Un día", "168": "Una semana", "720": "30 días" },
    invite: "Crear un enlace",
    invitationLink: "Enlace para una persona",
    goodUntil: (moment) =>
      `Crea una sola cuenta, hasta el ${moment}, y se muestra solo esta vez. Envíalo por una vía de confianza.`,
    withdraw: "Retirar este enlace",
    withdrawn: "El enlace ya no vale.",
  },
};
