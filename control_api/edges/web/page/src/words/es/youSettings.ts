import type { YOU_SETTINGS as ENGLISH } from "../en/youSettings";
import type { Like } from "../grammar/like";

export const YOU_SETTINGS: Like<typeof ENGLISH> = {
  you: {
    about: "Tú",
    name: "Cómo te llama Saydo",
    zone: "Zona horaria",
    zoneHere: (zone) => `Este navegador está en ${zone.replaceAll("_", " ")}.`,
    password: "Contraseña",
    passwordNone:
      "No tienes ninguna: cada navegador necesita un enlace de acceso del equipo en el que corre Saydo, o un código como el de abajo.",
    signInAs: (name) => `Inicias sesión como ${name}.`,
    setPassword: "Poner una contraseña",
    changePassword: "Cambiar la contraseña",
    signInName: "Nombre para iniciar sesión",
    oldPassword: "Tu contraseña hasta ahora",
    newPassword: "Contraseña nueva",
    newPasswordHint: "Al menos 8 caracteres, y ninguna de las que se prueban primero.",
    savePassword: "Guardar la contraseña",
    passwordSaved: "La contraseña está guardada. Tus otros navegadores han cerrado sesión.",

    phone: "En tu teléfono",
    phoneOnlyHere:
      "Esta dirección lleva solo a este equipo. Abre la página por la dirección que este equipo tiene en tu red, y aquí estará su código para el teléfono.",
    phoneCode: (address) => `Código para una cámara, de ${address}`,
    phoneScan: "Apunta con la cámara de tu teléfono al código, o escribe la dirección:",
    phonePassword: "O inicia sesión allí con tu nombre y tu contraseña.",
    phoneSignInCode: (address) => `Código para una cámara, de ${address}, que inicia sesión allí`,
    showDeviceCode: "Mostrar un código de acceso",
    anotherDeviceCode: "Mostrar otro código",
    deviceCodeElsewhere: "En los ajustes, en «Tú y tus dispositivos», hay un código que inicia sesión en él.",
    deviceCodeMeans: "Con él, otro dispositivo o navegador entra en tu cuenta, sin contraseña.",
    deviceCodeHere: "En el otro navegador, escribe:",
    deviceCode: "La imagen ya inicia sesión. O escribe allí:",
    deviceCodeEnds: (clock) => `Sirve una vez, hasta las ${clock}.`,
    phoneInsecure: "Un teléfono solo da su micrófono a páginas por https; aquí puedes escribir.",

    sessions: "Navegadores",
    sessionsHint:
      "Dónde tienes la sesión abierta. La de uno que no se usa en 30 días se cierra sola.",
    thisBrowser: "este navegador",
    lastUsed: (moment) => `usado ${moment}`,
    browserOn: (browser, system) => `${browser} en ${system}`,
    unknownBrowser: "Navegador desconocido",
    endSessionOf: (name) => `Cerrar sesión en ${name}`,
    sessionEnded: (name) => `${name} ha cerrado sesión.`,
    endOthers: "Cerrar sesión en los demás sitios",
    askEndOthers: "¿Cerrar sesión en los demás sitios?",
    endOthersMeans:
      "Todos los demás navegadores, los tokens hechos en el equipo y las conversaciones terminan. Este navegador se queda, y los programas también: revócalos abajo.",
    othersEnded: "Se cerró tu sesión en los demás sitios.",
    askSignOut: "¿Cerrar sesión, sin una contraseña para volver?",
    signOutMeans:
      "Este navegador necesita entonces un nuevo enlace de acceso, que muestra el equipo en el que corre Saydo. Pon antes una contraseña si no estás allí.",

    tokens: "Programas",
    tokensHint: "Lo que un programa enseña para actuar por ti: un token de acceso.",
    newToken: "Nuevo token de acceso",
    tokenName: "Para qué es",
    tokenNameHint: "Por ejemplo «Mi reloj».",
    tokenScope: "Puede",
    scopes: {
      read: "mirarlo todo",
      write: "cambiar tareas y hablar",
      admin: "hacer todo lo que tú puedes",
    },
    scopeHints: {
      read: "No cambia nada.",
      write: "Lo mira todo, cambia tareas y cosas, y habla en una sala.",
      admin: "También cambia tu cuenta y sus tokens, y dice quién comparte qué.",
    },
    tokenLife: "Vale",
    lives: { "30": "30 días", "90": "90 días", "365": "Un año", never: "Mientras no lo revoque" },
    makeToken: "Crear el token",
    madeToken: (name) => `Token «${name}»`,
    neverEnds: "no caduca",
    endsOn: (day) => `caduca el ${day}`,
    neverUsed: "aún sin usar",
    revokeToken: (name) => `Revocar «${name}»`,
    askRevoke: (name) => `¿Revocar «${name}»?`,
    revokeMeans: "Quien lo enseñe no puede nada más, al momento. No se puede volver a dar por bueno.",
  },
};
