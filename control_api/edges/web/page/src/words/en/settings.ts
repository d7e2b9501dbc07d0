import EXAMPLES from "./examples.json";
import { CHOOSING_KEYS } from "./keys";
import { DATA_SETTINGS } from "./dataSettings";
import { YOU_SETTINGS } from "./youSettings";

/** What the settings say; apart from the other words, as few open them. */
export const SETTINGS = {
  ...YOU_SETTINGS,
  ...DATA_SETTINGS,
  ...CHOOSING_KEYS,

  save: "Save",
  saved: "Saved.",
  cancel: "Cancel",
  add: "Add",
  remove: "Remove",
  revoke: "Revoke",
  done: "Done",
  copy: "Copy",
  copied: "Copied",
  again: "Try again",
  away: "Saydo can't be reached. Nothing was changed; try again.",
  shownOnce: "It is shown this once. Copy it now, and keep it as you keep a password.",
  proof: {
    password: "Your password",
    code: "Fresh sign-in link",
    how: "To show that it is you. On the machine that Saydo runs on, type “make signin” in its folder, and paste the link that it prints.",
  },

  voice: {
    speaking: "How you are spoken with",
    speakingHint: `It holds from the next thing you say, wherever you talk. You can say it, too: “${EXAMPLES.slower}”, “${EXAMPLES.moreTime}”.`,
    speed: "Speed of the voice",
    speedHint: "How fast Saydo talks.",
    patience: "Patience",
    patienceHint: "How long you may pause before Saydo takes it that you are done.",
    usual: "as usual",
    times: (times: number) => `${times} times`,
    microphone: "The microphone is open",
    microphones: {
      open: "All through a conversation",
      push_to_talk: "While you press its button",
    },
    sensitivity: "How closely it listens",
    sensitivities: {
      low: "Low, for a loud room",
      normal: "Normal",
      high: "High, for a quiet voice",
    },
    sleepAfter: "End a conversation when nobody speaks for",
    longest: "End a conversation in any case after",
    never: "Never",
    minutes: (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
    hours: (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`),

    devices: "Microphone and speaker",
    devicesHint: "This browser remembers them. Once you have allowed the microphone, they have names.",
    test: "Test the microphone",
    testAgain: "Test it again",
    testHint:
      "Speak for four seconds, and hear what arrived. It stays in this browser, and is gone when you leave.",
    saySomething: "Say something…",
    hearsYou: "You can be heard.",
    thisWasHeard: "This is what was heard.",
    nothingHeard:
      "Hardly anything was heard. Choose another microphone above, or turn this one up in your system's settings.",
    playback: "What the microphone heard",

    kept: "What is kept of your words",
    keptLabel: "Keep the words of conversations",
    keptHint: `What you see as the answer to “${EXAMPLES.why}”. The sound of your voice is never kept. Your tasks, and what was done, are kept in any case.`,
    keptNot: "Not at all",
    days: (days: number) => (days === 1 ? "For a day" : `For ${days} days`),
    askForget: "Delete all words that are kept?",
    askForgetOlder: (days: number) =>
      `Delete the words that are older than ${days === 1 ? "a day" : `${days} days`}?`,
    forget: "Delete them",
  },

  reminders: {
    when: "When",
    atDue: "Remind me when a task is due",
    atDueHint: "Of a task that has a time, and no reminder of its own.",
    spoken: "Say reminders aloud",
    spokenHint: "In a conversation, once nobody speaks.",
    browser: "In this browser",
    leave: {
      granted: "Reminders are also shown while this page is in the background.",
      denied:
        "The browser does not show messages of this page. Allow them in its address bar, and load the page again.",
      none: "This browser shows messages of secure pages only: on this machine, or over https.",
    },
    closed: "Also while no page is open",
    closedHint: "By way of the maker of this browser, who sees when, and can't read what.",
    noPush:
      "This browser could not subscribe: it has no service for messages, or that can't be reached. A private window has none.",
    addresses: "Phone, mail and chat",
    addressesHint:
      "Reminders leave this machine only to the addresses that you name here. Their secrets are hidden once they are kept.",
    newAddress: "Address",
    newAddressHint:
      "As Apprise has it: ntfys://, gotifys://, mailto://, matrix://, slack://, tgram:// and others.",
    removeAddress: (address: string) => `Remove ${address}`,
    test: "Test",
    testHint: "Starts a timer of three seconds, which goes out by every way above.",
    testLabel: "Test",
    sendTest: "Send a test",
    testWaits: "It goes out in three seconds…",
    testNowhere: "It went out, and reached nobody: no page is open, and there is no address.",
    lookAgain: "Look again",
    ways: { page: "on a page that is open", push: "to an address", voice: "aloud" },
    deliveries: {
      delivered: (way: string) => `It has arrived: ${way}.`,
      waiting: (way: string) => `It is on its way: ${way}.`,
      failed: (way: string) => `It has not arrived: ${way}.`,
      cancelled: (way: string) => `It was called off, as you know by now: ${way}.`,
    },
    silent: "What can't reach you",
    noneSilent: "Nothing: what is planned next can reach you.",
  },

  look: {
    heading: "Look",
    hint: "For this browser.",
    scheme: "Light or dark",
    schemes: { system: "As the system", light: "Light", dark: "Dark" },
    accent: "Colour",
    accents: { green: "Green", blue: "Blue", violet: "Violet", rose: "Rose" },
    density: "Lists",
    densities: { roomy: "Roomy", dense: "Dense" },
    showKeys: "Show all keys",
    singleHint: "Switch them off when you dictate, or when keys are easily hit by mistake.",
  },

  people: {
    health: "Health",
    databaseGood: "Your tasks can be read and written.",
    databaseBad: "The files can't be read. On the machine, “python -m control_api check” says more.",
    livekitGood: "The voice server can be reached.",
    livekitBad: "The voice server can't be reached: nobody can talk. Is “make run” running?",
    lookAgain: "Look again",
    people: "People",
    you: "you",
    owner: "owner",
    nameless: "Without a name",
    noPassword: "no password",
    signsInAs: (name: string) => `signs in as ${name}`,
    since: (day: string) => `since ${day}`,
    removeOf: (name: string) => `Remove ${name}`,
    askRemove: (name: string) => `Remove ${name} for good?`,
    removeMeans:
      "Their tasks, sign-ins and programs are gone, and it can't be undone. Backups that were made before still hold them.",
    removeForGood: "Remove for good",
    removed: (name: string) => `${name} is removed.`,
    invitations: "Invite somebody",
    invitationsHint: "They get an account and tasks of their own. You see neither.",
    life: "The link is good for",
    lives: { "24": "A day", "168": "A week", "720": "30 days" },
    invite: "Make a link",
    invitationLink: "Link for one person",
    goodUntil: (moment: string) =>
      `It makes one account, until ${moment}, and is shown this once. Send it by a way that you trust.`,
    withdraw: "Withdraw this link",
    withdrawn: "The link is good for nothing any more.",
  },
} as const;
