import type { CHOOSING_KEYS as ENGLISH } from "../en/keys";
import type { Like } from "../grammar/like";

export const CHOOSING_KEYS: Like<typeof ENGLISH> = {
  choosingKeys: {
    heading: "Tus teclas",
    hint: "Pulsa una de ellas, y después la tecla que quieras para eso. Este navegador lo recuerda.",
    change: (words, shown) => `${words}: ${shown}. Elegir otra tecla`,
    press: "Pulsa una tecla…",
    cancelled: "No se ha cambiado nada.",
    taken: (shown, words) => `${shown} sirve para «${words}». Elige otra tecla.`,
    impossible: (shown) => `${shown} no se puede elegir: aquí tiene su propio significado.`,
    done: (words, shown) => `${words}: ${shown}`,
    reset: "Como al principio",
  },
};
