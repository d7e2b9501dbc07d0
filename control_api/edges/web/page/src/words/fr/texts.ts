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

const some = pluralIn("fr");

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
  promise: "Aussitôt dit, aussitôt fait.",
  loading: "Un instant…",

  talk: {
    start: "Parler",
    startLabel: "Parler : commencer une conversation",
    mute: "Couper le micro",
    unmute: "Rouvrir le micro",
    hold: "Maintenir pour parler",
    muteShort: "Couper",
    unmuteShort: "Rouvrir",
    leave: "Quitter",
    leaveLabel: "Quitter la conversation",
    devices: "Appareils",
    devicesLabel: "Choisir le micro et le haut-parleur",
    microphone: "Micro",
    speaker: "Haut-parleur",
    systemDefault: "Celui du système",
    unnamedDevice: (position) => `Appareil ${position}`,
    closeDevices: "Fermer",
  },

  state: {
    off: "Appuie et parle",
    connecting: "Connexion…",
    waiting: "Saydo arrive…",
    listening: "Écoute",
    thinking: "Réfléchit",
    speaking: "Parle",
    muted: "Micro coupé",
    typing: "Écris, et Saydo répond",
    reconnecting: "Connexion perdue, nouvel essai…",
    ended: "Conversation terminée",
  },

  notice: {
    dismiss: "Masquer",
    again: "Réessayer",
    microphoneRefused:
      "Le micro est bloqué pour cette page. Autorise-le dans la barre d'adresse du navigateur et réessaie, ou écris simplement ci-dessous.",
    microphoneMissing:
      "Aucun micro n'a été trouvé. Branches-en un et réessaie, ou écris simplement ci-dessous.",
    microphoneBusy:
      "Le micro est utilisé par un autre programme. Ferme-le et réessaie, ou écris simplement ci-dessous.",
    microphoneInsecure:
      "Le navigateur ne donne un micro qu'aux pages sur localhost ou en https. Tu peux quand même écrire ci-dessous.",
    microphoneFailed: "Le micro n'a pas démarré. Réessaie, ou écris simplement ci-dessous.",
    voiceAway:
      "Le serveur vocal est injoignable. Est-ce que `make run` tourne encore ? Tu peux quand même écrire ci-dessous.",
    agentMissing:
      "Saydo n'est pas encore là. Il est rappelé tout seul ; d'ici là, tu peux écrire ci-dessous.",
    elsewhere: "La conversation a continué dans un autre onglet ou une autre fenêtre.",
    dropped: "La conversation a été coupée. Elle revient…",
    droppedForGood: "La conversation a été coupée. Appuie sur le bouton pour revenir.",
    apiAway:
      "Saydo est injoignable. Tes tâches sont en sûreté ; les essais continuent tout seuls…",
    soundBlocked: "Le navigateur retient le son jusqu'à ce que tu appuies ici.",
    playSound: "Activer le son",
  },

  transcript: {
    label: "Conversation",
    spokenIn: "À l'oral, Saydo comprend l'anglais ; à l'écrit, le français.",
    speakers: { person: "Toi", saydo: "Saydo" },
    quoted: (words) => `« ${words} »`,
    optionsLabel: "Réponses",
    tryLabel: "Ce que tu peux écrire",
    examples: [EXAMPLES.remind, EXAMPLES.add, EXAMPLES.week, EXAMPLES.move],
  },

  typing: {
    label: "Message à Saydo",
    placeholder: "Tâche ou question…",
    send: "Envoyer",
    notACommand: `Tant que personne ne parle, je ne comprends que des commandes simples, comme « ${EXAMPLES.plain} ». Appuie sur le bouton pour une conversation.`,
  },

  reminders: {
    label: "Rappels",
    done: "Fait",
    snooze: "Dans 10 minutes",
    dismiss: "Masquer le rappel",
    notify: "Me prévenir aussi quand cette page est en arrière-plan",
  },

  bells: {
    label: "Minuteurs et alarmes",
    timer: "Minuteur",
    alarm: "Alarme",
    done: "Terminé",
    pause: "Pause",
    resume: "Reprendre",
    pauseLabel: (name) => `Pause : « ${name} »`,
    resumeLabel: (name) => `Reprendre « ${name} »`,
    cancel: (name) => `Annuler « ${name} »`,
    stop: "Stop",
  },

  approvals: {
    label: "Attend ton oui",
    waits: "Ceci attend ton oui ou ton non.",
    yes: "Oui",
    no: "Non",
    unfold: (total) => `Tout afficher (${total})`,
    fold: "Afficher moins",
    steps: "Ce qui serait fait",
    deeds: {
      create: "Oui, ajouter",
      update: "Oui, modifier",
      complete: "Oui, terminer",
      cancel: "Oui, annuler",
      reopen: "Oui, rouvrir",
      delete: "Oui, supprimer",
      restore: "Oui, récupérer",
      undo: "Oui, annuler",
    },
    answered: {
      done: "Répondu oui, et fait.",
      declined: "Répondu non : rien n'a été changé.",
      rolled_back: "Répondu oui, mais cela n'a pas pu se faire : rien n'a été changé.",
    },
    late: "C'était trop tard : cela a attendu trop longtemps, et rien n'a été fait. Redemande-le.",
    gone: "Cela n'attend plus ton oui.",
    away: "Saydo est injoignable, ta réponse n'est donc pas arrivée. Réessaie.",
  },

  steps: {
    label: "Étapes",
    trying: (total) => some(total, `${total} étape en cours…`, `${total} étapes en cours…`),
    done: (total) => some(total, "L'étape est faite", `Les ${total} étapes sont faites`),
    takenBack: "Rien n'a été changé",
    more: (count) => some(count, `et ${count} autre`, `et ${count} autres`),
    states: {
      waiting: "pas encore essayée",
      trying: "à l'essai",
      tried: "possible",
      done: "faite",
      failed: "échouée",
      left: "laissée comme avant",
    },
  },

  toast: { undo: "Annuler", undone: "Annulé.", label: "Messages" },

  account: {
    language: "Langue",
    languageHint: "Celle de la page, et celle que tu écris. À l'oral, cela reste l'anglais.",
  },
};
