import type { SIGN_IN as ENGLISH } from "../en/signIn";
import type { Like } from "../grammar/like";

export const SIGN_IN: Like<typeof ENGLISH> = {
  signIn: {
    heading: "Iniciar sesión",
    intro:
      "Tus tareas se quedan en tu propio equipo. Para abrirlas aquí necesitas un enlace de acceso.",
    how: "Saydo muestra uno cuando arranca. Para tener uno nuevo, escribe",
    command: "make signin",
    then: "en su carpeta, y abre el enlace o pégalo aquí. Un navegador con la sesión iniciada muestra en los ajustes un código corto para escribir aquí.",
    field: "Enlace de acceso, código o token",
    submit: "Iniciar sesión",
    signingIn: "Iniciando sesión…",
    refused: "Ese enlace o código es incorrecto, ya se usó o es demasiado antiguo. Consigue uno nuevo, como se dice abajo.",
    expired: "Se cerró tu sesión. Consigue un enlace nuevo para seguir; tus tareas están a salvo.",
    signOut: "Cerrar sesión",
    away: "No se puede llegar a Saydo. ¿Está en marcha? Inténtalo de nuevo.",
    wrong: "El nombre o la contraseña no es correcto.",
    byLink: "Con enlace",
    byName: "Con contraseña",
    ways: "Formas de iniciar sesión",
    name: "Nombre",
    password: "Contraseña",
    forgotten:
      "¿La olvidaste, o nunca la pusiste? Inicia sesión con un enlace: los ajustes aceptan entonces una nueva.",
  },

  invitation: {
    heading: "Tienes una invitación",
    intro:
      "Alguien que lleva este Saydo te ha hecho un sitio. Elige un nombre y una contraseña: tendrás tus propias tareas, que nadie más ve.",
    name: "Nombre para iniciar sesión",
    nameHint: "Tu nombre, o una dirección de correo.",
    password: "Contraseña",
    passwordHint: "Al menos 8 caracteres, y ninguna de las que se prueban primero.",
    submit: "Crear mi cuenta",
    making: "Un momento…",
    used: "Esta invitación ya se usó o se retiró; pide otra.",
    back: "Ya tengo una cuenta",
  },
};
