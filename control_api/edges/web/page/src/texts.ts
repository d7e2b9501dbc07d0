/** Every word the page says. */

export const TEXTS = {
  name: "Saydo",
  promise: "Say it, and it is done.",
  loading: "One moment…",

  talk: {
    start: "Talk",
    startLabel: "Talk: start a conversation",
    mute: "Mute the microphone",
    unmute: "Unmute the microphone",
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
    speakers: { person: "You", saydo: "Saydo" },
    optionsLabel: "Answers",
    tryLabel: "Things you can say",
    examples: [
      "Remind me to call Sarah tomorrow at three",
      "Add oat milk to groceries",
      "What's on for this week?",
      "Move the dentist to Friday at 9",
    ],
  },

  typing: {
    label: "Message to Saydo",
    placeholder: "Type a task or a question…",
    send: "Send",
    notACommand:
      "I can read only plain commands while nobody is talking, like “Call Sarah tomorrow at 3 PM”. Press the button to have a conversation.",
    hint: { type: "to type", mute: "to mute" },
  },

  tasks: {
    heading: "Tasks",
    count: (open: number) => (open === 1 ? "1 open" : `${open} open`),
    groups: {
      overdue: "Overdue",
      today: "Today",
      tomorrow: "Tomorrow",
      week: "This week",
      later: "Later",
      undated: "No date",
    },
    completed: (count: number) => `Completed recently (${count})`,
    emptyTitle: "Nothing to do",
    emptyText: "Say or type what is on your mind, and it appears here.",
    complete: (title: string) => `Complete “${title}”`,
    reopen: (title: string) => `Reopen “${title}”`,
    rename: (title: string) => `Rename “${title}”`,
    renameField: "New title",
    remove: (title: string) => `Delete “${title}”`,
    changeDue: (title: string, due: string) => `Due ${due}. Change when “${title}” is due`,
    setDue: (title: string) => `Set when “${title}” is due`,
    addDate: "Add date",
    inProgress: "In progress",
    blocked: "Waits for another task",
    priorities: { low: "Low priority", medium: "", high: "High priority", urgent: "Urgent" },
    repeats: {
      DAILY: (n: number) => (n === 1 ? "Daily" : `Every ${n} days`),
      WEEKLY: (n: number) => (n === 1 ? "Weekly" : `Every ${n} weeks`),
      MONTHLY: (n: number) => (n === 1 ? "Monthly" : `Every ${n} months`),
      YEARLY: (n: number) => (n === 1 ? "Yearly" : `Every ${n} years`),
    },
  },

  due: {
    label: "When is it due?",
    today: "Today",
    tomorrow: "Tomorrow",
    yesterday: "Yesterday",
    allDay: "All day",
    nextWeek: "Next Monday",
    none: "No date",
    date: "Date",
    time: "Time",
    save: "Save",
    cancel: "Cancel",
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
    languageHint: "For what you type. What is spoken stays English.",
  },

  signIn: {
    heading: "Sign in",
    intro: "Your tasks stay on your own machine. To open them here you need a sign-in link.",
    how: "Saydo prints one when it starts. For a new one, type",
    command: "make signin",
    then: "in its folder, and open the link or paste it here.",
    field: "Sign-in link, code or token",
    submit: "Sign in",
    signingIn: "Signing in…",
    refused: "That link is used up or too old. Get a new one as shown above.",
    expired: "You were signed out. Get a new link to go on; your tasks are safe.",
    signOut: "Sign out",
  },
} as const;
