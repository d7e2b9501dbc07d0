import EXAMPLES from "./examples.json";

/** What is said to somebody who opens the page for the first time. */
export const FIRST_RUN = {
  label: "Welcome",
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  skip: "Skip",
  back: "Back",
  next: "Next",
  done: "Done",

  stored: {
    title: "Where your tasks are",
    hereFile: "Your tasks are in one file on this machine, an ordinary SQLite database.",
    thereFile: (host: string) =>
      `Your tasks are in one file on the machine ${host}, an ordinary SQLite database.`,
    browser:
      "This browser keeps what you saw last, so that the page opens without a connection. Signing out removes it.",
    nothingLeaves:
      "What you say is heard, thought about and answered on that machine, and goes nowhere else: so it is set.",
    mayLeave: (what: string) =>
      `Out of the box all of it runs on that machine. Only where a provider elsewhere was set up may ${what} go there.`,
    leaving: {
      hearing: "the sound of your voice",
      thinking: "your words",
      questions: "your words, of questions that are not about your tasks,",
      speaking: "the words of the answers",
    },
    and: " and ",
  },

  microphone: {
    title: "Can you be heard?",
    text: "A test of four seconds. Without a microphone you type: it does the same.",
  },

  task: {
    title: "Your first task",
    say: "Press the microphone and say, or type into the bar below:",
    example: EXAMPLES.remind,
    put: "Put it into the bar",
    speak: "Speak",
    waiting: "It appears here.",
    made: "There it is",
    see: { today: "See it in Today", upcoming: "See it in Upcoming", inbox: "See it in the Inbox" },
  },

  more: {
    title: "Look around",
    sampleText: "A small project to try things on. It is one command: one Undo takes all of it back.",
    sample: "Make the sample project",
    seeSample: "See the sample project",
    phone: "On your phone",
  },

  /** What the sample project is made of. */
  project: {
    name: "Trying Saydo",
    description: "Made to try things on. Undo takes all of it back, also later, in Activity.",
    tick: "Tick me off",
    move: "Move me to another day",
    open: "Open me: notes, parts and comments",
    notes: "Say “add a note to …”, or write here.",
    parts: ["A first part", "A second part"],
    plants: "Water the plants",
    tag: "home",
  },
} as const;
