/** What is said where keys are chosen. */
export const CHOOSING_KEYS = {
  choosingKeys: {
    heading: "Your keys",
    hint: "Press one of them, and then the key that you want for it. This browser remembers it.",
    change: (words: string, shown: string) => `${words}: ${shown}. Choose another key`,
    press: "Press a key…",
    cancelled: "Nothing was changed.",
    taken: (shown: string, words: string) => `${shown} is there for “${words}”. Choose another key.`,
    impossible: (shown: string) => `${shown} can't be chosen: it has its own meaning here.`,
    done: (words: string, shown: string) => `${words}: ${shown}`,
    reset: "As they were",
  },
} as const;
