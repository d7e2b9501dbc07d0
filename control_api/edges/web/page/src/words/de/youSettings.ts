import type { YOU_SETTINGS as ENGLISH } from "../en/youSettings";
import type { Like } from "../grammar/like";

export const YOU_SETTINGS: Like<typeof ENGLISH> = {
  you: {
    about: "Du",
    name: "Wie Saydo dich nennt",
    zone: "Zeitzone",
    zoneHere: (zone) => `Dieser Browser ist in ${zone.replaceAll("_", " ")}.`,
    password: "Passwort",
    passwordNone:
      "Du hast keines: Jeder Browser braucht einen Anmelde-Link von dem Rechner, auf dem Saydo läuft, oder einen Code wie unten.",
    signInAs: (name) => `Du meldest dich als ${name} an.`,
    setPassword: "Passwort setzen",
    changePassword: "Passwort ändern",
    signInName: "Name zum Anmelden",
    oldPassword: "Dein bisheriges Passwort",
    newPassword: "Neues Passwort",
    newPasswordHint: "Mindestens 8 Zeichen, und keines, das als Erstes versucht wird.",
    savePassword: "Passwort speichern",
    passwordSaved: "Das Passwort ist gespeichert. Deine anderen Browser sind abgemeldet.",

    phone: "Auf deinem Telefon",
    phoneOnlyHere:
      "Diese Adresse führt nur zu diesem Rechner. Öffne die Seite unter der Adresse, die er in deinem Netz hat, und hier steht ihr Code für das Telefon.",
    phoneCode: (address) => `Code für eine Kamera, von ${address}`,
    phoneScan: "Richte die Kamera deines Telefons auf den Code, oder tippe die Adresse:",
    phonePassword: "Oder melde dich dort mit deinem Namen und Passwort an.",
    phoneSignInCode: (address) => `Code für eine Kamera, von ${address}, der dort anmeldet`,
    showDeviceCode: "Code zum Anmelden zeigen",
    anotherDeviceCode: "Anderen Code zeigen",
    deviceCodeElsewhere: "Ein Code, der es anmeldet, steht in den Einstellungen unter „Du und deine Geräte“.",
    deviceCodeMeans: "Mit ihm ist ein anderes Gerät oder ein anderer Browser als du angemeldet, ohne Passwort.",
    deviceCodeHere: "Tippe im anderen Browser:",
    deviceCode: "Das Bild meldet jetzt an. Oder tippe dort:",
    deviceCodeEnds: (clock) => `Er gilt einmal, bis ${clock}.`,
    phoneInsecure:
      "Ein Telefon gibt sein Mikrofon nur Seiten über https; hier kannst du schreiben.",

    sessions: "Browser",
    sessionsHint:
      "Wo du angemeldet bist. Einer, der 30 Tage lang nicht benutzt wird, wird von selbst abgemeldet.",
    thisBrowser: "dieser Browser",
    lastUsed: (moment) => `benutzt ${moment}`,
    browserOn: (browser, system) => `${browser} auf ${system}`,
    unknownBrowser: "Unbekannter Browser",
    endSessionOf: (name) => `Abmelden: ${name}`,
    sessionEnded: (name) => `${name} ist abgemeldet.`,
    endOthers: "Überall sonst abmelden",
    askEndOthers: "Überall sonst abmelden?",
    endOthersMeans:
      "Alle anderen Browser, Tokens, die am Rechner gemacht wurden, und Gespräche enden. Dieser Browser bleibt, und Programme bleiben auch: Die widerrufst du unten.",
    othersEnded: "Du bist überall sonst abgemeldet.",
    askSignOut: "Abmelden, ohne ein Passwort, um zurückzukommen?",
    signOutMeans:
      "Dieser Browser braucht dann einen neuen Anmelde-Link, den der Rechner zeigt, auf dem Saydo läuft. Setz zuerst ein Passwort, wenn du nicht dort bist.",

    tokens: "Programme",
    tokensHint: "Was ein Programm vorzeigt, um für dich zu handeln: ein Zugangstoken.",
    newToken: "Neues Zugangstoken",
    tokenName: "Wofür es ist",
    tokenNameHint: "Zum Beispiel „Meine Uhr“.",
    tokenScope: "Es darf",
    scopes: {
      read: "alles ansehen",
      write: "Aufgaben ändern und sprechen",
      admin: "alles tun, was du darfst",
    },
    scopeHints: {
      read: "Es ändert nichts.",
      write: "Es sieht alles an, ändert Aufgaben und Dinge und spricht in einem Raum.",
      admin: "Es ändert auch dein Konto und dessen Tokens und sagt, wer was teilt.",
    },
    tokenLife: "Es gilt",
    lives: {
      "30": "30 Tage",
      "90": "90 Tage",
      "365": "Ein Jahr",
      never: "Solange ich es nicht widerrufe",
    },
    makeToken: "Token anlegen",
    madeToken: (name) => `Token „${name}“`,
    neverEnds: "endet nie",
    endsOn: (day) => `endet am ${day}`,
    neverUsed: "noch nicht benutzt",
    revokeToken: (name) => `Widerrufen: „${name}“`,
    askRevoke: (name) => `„${name}“ widerrufen?`,
    revokeMeans: "Wer es vorzeigt, kann sofort nichts mehr. Es lässt sich nicht wieder gültig machen.",
  },
};
