import type { PROBLEMS as ENGLISH } from "../en/problems";
import type { Like } from "../grammar/like";

export const PROBLEMS: Like<typeof ENGLISH> = {
  problems: {
    "internal-error": "Algo salió mal por parte de Saydo.",
    forbidden: "Este acceso no permite eso.",
    "proof-needed": "Muestra otra vez que eres tú.",
    "not-found": "Eso no existe, o ya no.",
    "too-slow": "Tardó demasiado en llegar todo. Inténtalo de nuevo.",
    "mass-change": "Eso cambiaría mucho de lo que hay aquí.",
    "unsound-backup": "Esta copia de seguridad está dañada.",
    "precondition-failed": "Ya no está como lo viste por última vez.",
    "too-large": "Es demasiado grande.",
    "too-many-requests": "Fueron demasiadas veces. Espera un poco e inténtalo de nuevo.",
    "storage-full": "El disco está lleno, así que no se cambió nada.",
    "storage-failed": "El disco no aceptó el cambio.",
    busy: "No hay sitio para otra conversación.",
    "voice-unavailable": "No se puede llegar al servidor de voz.",
  },
};
