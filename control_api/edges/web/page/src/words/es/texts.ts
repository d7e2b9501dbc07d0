import type { TEXTS as ENGLISH } from "../en/texts";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import { ARRANGE } from "./arrange";
import EXAMPLES from "./examples.json";
import { FILTERS } from "./filters";
import { FIRST_RUN } from "./firstRun";
import { HINTS } from "./hints";
import { PLACES } from "./places";
import { PROBLEMS } from "./problems";
import { SAID } from "./said";
import { SAY } from "./say";
import { SIGN_IN } from "./signIn";
import { TASK } from "./task";
import { TASKS } from "./tasks";

const some = pluralIn("es");

export const TEXTS: Like<typeof ENGLISH> = {
  ...ARRANGE,
  ...PLACES,
  ...SIGN_IN,
  ...TASKS,
  ...SAY,
  ...SAID,
  ...PROBLEMS,
  ...TASK,

  filters: FILTERS,
  firstRun: FIRST_RUN,
  hints: HINTS,

  name: "Saydo",
  promise: "Dicho y hecho.",
  loading: "Un momento…",

  talk: {
    start: "Hablar",
    startLabel: "Hablar: empezar una conversación",
    mute: "Silenciar el micrófono",
    unmute: "Activar el micrófono",
    hold: "Mantén pulsado para hablar",
    muteShort: "Silenciar",
    unmuteShort: "Activar",
    leave: "Salir",
    leaveLabel: "Salir de la conversación",
    devices: "Dispositivos",
    devicesLabel: "Elegir micrófono y altavoz",
    microphone: "Micrófono",
    speaker: "Altavoz",
    systemDefault: "El del sistema",
    unnamedDevice: (position) => `Dispositivo ${position}`,
    closeDevices: "Cerrar",
  },

  state: {
    off: "Pulsa y habla",
    connecting: "Conectando…",
    waiting: "Saydo está entrando…",
    listening: "Escucha",
    thinking: "Piensa",
    speaking: "Habla",
    muted: "En silencio",
    typing: "Escribe, y Saydo responde",
    reconnecting: "Conexión perdida, reconectando…",
    ended: "Conversación terminada",
  },

  notice: {
    dismiss: "Ocultar",
    again: "Intentar de nuevo",
    microphoneRefused:
      "El micrófono está bloqueado para esta página. Permítelo en la barra de direcciones del navegador e inténtalo de nuevo, o simplemente escribe abajo.",
    microphoneMissing:
      "No se encontró ningún micrófono. Conecta uno e inténtalo de nuevo, o simplemente escribe abajo.",
    microphoneBusy:
      "Otro programa está usando el micrófono. Ciérralo e inténtalo de nuevo, o simplemente escribe abajo.",
    microphoneInsecure:
      "El navegador solo da micrófono a páginas en localhost o por https. Aun así puedes escribir abajo.",
    microphoneFailed:
      "El micrófono no arrancó. Inténtalo de nuevo, o simplemente escribe abajo.",
    voiceAway:
      "No se puede llegar al servidor de voz. ¿Sigue en marcha `make run`? Aun así puedes escribir abajo.",
    agentMissing:
      "Saydo aún no ha entrado. Se le llama otra vez por sí solo; mientras, puedes escribir abajo.",
    elsewhere: "La conversación siguió en otra pestaña o ventana.",
    dropped: "La conversación se cortó. Está volviendo…",
    droppedForGood: "La conversación se cortó. Pulsa el botón para volver.",
    apiAway: "No se puede llegar a Saydo. Tus tareas están a salvo; se sigue intentando solo…",
    soundBlocked: "El navegador retiene el sonido hasta que pulses aquí.",
    playSound: "Activar el sonido",
  },

  transcript: {
    label: "Conversación",
    spokenIn: "De viva voz, Saydo entiende inglés; por escrito, español.",
    speakers: { person: "Tú", saydo: "Saydo" },
    quoted: (words) => `«${words}»`,
    optionsLabel: "Respuestas",
    tryLabel: "Lo que puedes escribir",
    examples: [EXAMPLES.remind, EXAMPLES.add, EXAMPLES.week, EXAMPLES.move],
  },

  typing: {
    label: "Mensaje para Saydo",
    placeholder: "Tarea o pregunta…",
    send: "Enviar",
    notACommand: `Mientras nadie habla solo entiendo órdenes sencillas, como «${EXAMPLES.plain}». Pulsa el botón para tener una conversación.`,
  },

  reminders: {
    label: "Recordatorios",
    done: "Hecho",
    snooze: "En 10 minutos",
    dismiss: "Ocultar el recordatorio",
    notify: "Avísame también cuando esta página esté en segundo plano",
  },

  bells: {
    label: "Temporizadores y alarmas",
    timer: "Temporizador",
    alarm: "Alarma",
    done: "Listo",
    pause: "Pausar",
    resume: "Seguir",
    pauseLabel: (name) => `Pausar «${name}»`,
    resumeLabel: (name) => `Seguir «${name}»`,
    cancel: (name) => `Cancelar «${name}»`,
    stop: "Parar",
  },

  approvals: {
    label: "Espera tu sí",
    waits: "Esto espera tu sí o tu no.",
    yes: "Sí",
    no: "No",
    unfold: (total) => `Mostrar los ${total}`,
    fold: "Mostrar menos",
    steps: "Lo que se haría",
    deeds: {
      create: "Sí, añadir",
      update: "Sí, cambiar",
      complete: "Sí, completar",
      cancel: "Sí, cancelar",
      reopen: "Sí, reabrir",
      delete: "Sí, eliminar",
      restore: "Sí, recuperar",
      undo: "Sí, deshacer",
    },
    answered: {
      done: "Contestado que sí, y hecho.",
      declined: "Contestado que no: no se cambió nada.",
      rolled_back: "Contestado que sí, pero no se pudo hacer: no se cambió nada.",
    },
    late: "Era demasiado tarde: esperó demasiado, y no se hizo nada. Pídelo de nuevo.",
    gone: "Eso ya no espera tu sí.",
    away: "No se puede llegar a Saydo, así que tu respuesta no ha llegado. Inténtalo de nuevo.",
  },

  steps: {
    label: "Pasos",
    trying: (total) => some(total, "Un paso en marcha…", `${total} pasos en marcha…`),
    done: (total) => some(total, "El paso está hecho", `Los ${total} pasos están hechos`),
    takenBack: "No se cambió nada",
    more: (count) => `y ${count} más`,
    states: {
      waiting: "aún sin probar",
      trying: "probándose",
      tried: "se puede hacer",
      done: "hecho",
      failed: "falló",
      left: "dejado como estaba",
    },
  },

  toast: { undo: "Deshacer", undone: "Deshecho.", label: "Mensajes" },

  account: {
    language: "Idioma",
    languageHint: "El de la página, y el que escribes. Lo hablado sigue siendo en inglés.",
  },
};
