import type { PROBLEMS as ENGLISH } from "../en/problems";
import type { Like } from "../grammar/like";

export const PROBLEMS: Like<typeof ENGLISH> = {
  problems: {
    "internal-error": "Quelque chose s'est mal passé du côté de Saydo.",
    forbidden: "Cette connexion ne permet pas cela.",
    "proof-needed": "Montre encore une fois que c'est toi.",
    "not-found": "Cela n'existe pas, ou plus.",
    "too-slow": "Tout a mis trop de temps à arriver. Réessaie.",
    "mass-change": "Cela changerait une grande partie de ce qui est ici.",
    "unsound-backup": "Cette sauvegarde est endommagée.",
    "precondition-failed": "Ce n'est plus comme tu l'as vu en dernier.",
    "too-large": "C'est trop grand.",
    "too-many-requests": "C'était trop souvent. Attends un peu, puis réessaie.",
    "storage-full": "Le disque est plein, rien n'a donc été changé.",
    "storage-failed": "Le disque n'a pas accepté le changement.",
    busy: "Il n'y a pas de place pour une autre conversation.",
    "voice-unavailable": "Le serveur vocal est injoignable.",
  },
};
