import type { CHOOSING_KEYS as ENGLISH } from "../en/keys";
import type { Like } from "../grammar/like";

export const CHOOSING_KEYS: Like<typeof ENGLISH> = {
  choosingKeys: {
    heading: "Tes touches",
    hint: "Appuie sur l'une d'elles, puis sur la touche que tu veux à la place. Ce navigateur s'en souvient.",
    change: (words, shown) => `${words} : ${shown}. Choisir une autre touche`,
    press: "Appuie sur une touche…",
    cancelled: "Rien n'a été changé.",
    taken: (shown, words) => `${shown} sert à « ${words} ». Choisis une autre touche.`,
    impossible: (shown) => `${shown} ne peut pas être choisie : elle a ici son propre sens.`,
    done: (words, shown) => `${words} : ${shown}`,
    reset: "Comme au début",
  },
};
