import { ARRANGE } from "./arrange";
import EXAMPLES from "./examples.json";
import { FILTERS } from "./filters";
import { FIRST_RUN } from "./firstRun";
import { HINTS } from "./hints";
import { PLACES } from "./places";
import { PROBLEMS } from "./problems";
import { SAID } from "./said";
import { SAY } from "./say";
import { TASK } from "./task";
import { SIGN_IN } from "./signIn";
import { TASKS } from "./tasks";

/** Every word the page says. */

export const TEXTS = {
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
  promise: "Say it, and it is done.",
  loading: "One moment…",

  talk: {
    start: "Talk",
    startLabel: "Talk: start a conversation",
    mute: "Mute the microphone",
    unmute: "Unmute the microphone",
    hold: "Hold to talk",
    muteShort: "Mute",
    unmuteShort: "Unmute",
    leave: "Leave",
    leaveLabel: "Leave the conversation",
    devices: "Devices",
    devicesLabel: "Choose microphone and speaker",
    microphone: "Microphone",
    speaker: "Speaker",
    systemDefault: "System default",
    unnamedDevice: (position: number) => `Device ${position}`,
    closeDevices: "Close",
  },

  state: {
    off: "Press and talk",
    connecting: "Connecting…",
    waiting: "Waiting for Saydo to join…",
    listening: "Listening",
    thinking: "Thinking",
    speaking: "Speaking",
    muted: "Muted",
    typing: "Type, and Saydo answers",
    reconnecting: "Connection lost, reconnecting…",
    ended: "Conversation ended",
  },

  notice: {
    dismiss: "Dismiss",
    again: "Try again",
    microphoneRefused:
      "The microphone is blocked for this page. Allow it in the browser's address bar and try again, or just type below.",
    microphoneMissing: "No microphone was found. Plug one in and try again, or just type below.",
    microphoneBusy:
      "The microphone is in use by another program. Close that and try again, or just type below.",
    microphoneInsecure:
      "The browser gives a microphone only to pages on localhost or https. You can still type below.",
    microphoneFailed: "The microphone did not start. Try again, or just type below.",
    voiceAway:
      "The voice server can't be reached. Is `make run` still running? You can still type below.",
    agentMissing:
      "Saydo has not joined yet. It is asked again by itself; until then you can type below.",
    elsewhere: "The conversation went on in another tab or window.",
    dropped: "The conversation was cut off. Coming back…",
    droppedForGood: "The conversation was cut off. Press the button to come back.",
    apiAway: "Saydo can't be reached. Your tasks are safe; trying again by itself…",
    soundBlocked: "The browser holds the sound back until you press here.",
    playSound: "Turn sound on",
  },

  transcript: {
    label: "Conversation",
    /** What is to be known before one speaks; null where the page's language is the one spoken. */
    spokenIn: null as string | null,
    speakers: { person: "You", saydo: "Saydo" },
    quoted: (words: string) => `“${words}”`,
    optionsLabel: "Answers",
    tryLabel: "Things you can say",
    examples: [EXAMPLES.remind, EXAMPLES.add, EXAMPLES.week, EXAMPLES.move],
  },

  typing: {
    label: "Message to Saydo",
    placeholder: "Type a task or a question…",
    send: "Send",
    notACommand: `I can read only plain commands while nobody is talking, like “${EXAMPLES.plain}”. Press the button to have a conversation.`,
  },

  reminders: {
    label: "Reminders",
    done: "Done",
    snooze: "In 10 minutes",
    dismiss: "Dismiss the reminder",
    notify: "Also tell me when this page is in the background",
  },

  bells: {
    label: "Timers and alarms",
    timer: "Timer",
    alarm: "Alarm",
    done: "Done",
    pause: "Pause",
    resume: "Resume",
    pauseLabel: (name: string) => `Pause “${name}”`,
    resumeLabel: (name: string) => `Resume “${name}”`,
    cancel: (name: string) => `Cancel “${name}”`,
    stop: "Stop",
  },

  approvals: {
    label: "Waits for your yes",
    waits: "This waits for your yes or no.",
    yes: "Yes",
    no: "No",
    unfold: (total: number) => `Show all ${total}`,
    fold: "Show less",
    steps: "What would be done",
    /** By the first word of the kinds of actions. */
    deeds: {
      create: "Yes, add",
      update: "Yes, change",
      complete: "Yes, complete",
      cancel: "Yes, cancel",
      reopen: "Yes, reopen",
      delete: "Yes, delete",
      restore: "Yes, bring back",
      undo: "Yes, undo",
    },
    answered: {
      done: "Answered with yes, and done.",
      declined: "Answered with no: nothing was changed.",
      rolled_back: "Answered with yes, but it could not be done: nothing was changed.",
    },
    late: "That was too late: it waited too long, and nothing was done. Ask for it again.",
    gone: "That does not wait for your yes any more.",
    away: "Saydo can't be reached, so your answer has not arrived. Try again.",
  },

  steps: {
    label: "Steps",
    trying: (total: number) => `Working on ${total} steps…`,
    done: (total: number) => `All ${total} steps are done`,
    takenBack: "Nothing was changed",
    more: (count: number) => `and ${count} more`,
    states: {
      waiting: "not yet tried",
      trying: "being tried",
      tried: "can be done",
      done: "done",
      failed: "failed",
      left: "left as it was",
    },
  },

  toast: { undo: "Undo", undone: "Undone.", label: "Messages" },

  account: {
    language: "Language",
    languageHint: "Of the page, and of what you type. What is spoken stays English.",
  },
} as const;
