import type { CHOOSING_KEYS as ENGLISH } from "../en/keys";
import type { Like } from "../grammar/like";

export const CHOOSING_KEYS: Like<typeof ENGLISH> = {
  choosingKeys: {
    heading: "Deine Tasten",
    hint: "Drück eine davon, und dann die Taste, die du dafür willst. Dieser Browser merkt es sich.",
    change: (words, shown) => `${words}: ${shown}. Andere Taste wählen`,
    press: "Drück eine Taste…",
    cancelled: "Nichts wurde geändert.",
    taken: (shown, words) => `${shown} ist für „${words}“ da. Wähl eine andere Taste.`,
    impossible: (shown) => `${shown} lässt sich nicht wählen: Die Taste hat hier ihre eigene Bedeutung.`,
    done: (words, shown) => `${words}: ${shown}`,
    reset: "Wie zuvor",
  },
};
