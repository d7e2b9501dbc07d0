import type { SIGN_IN as ENGLISH } from "../en/signIn";
import type { Like } from "../grammar/like";

export const SIGN_IN: Like<typeof ENGLISH> = {
  signIn: {
    heading: "Anmelden",
    intro:
      "Deine Aufgaben bleiben auf deinem eigenen Rechner. Um sie hier zu öffnen, brauchst du einen Anmelde-Link.",
    how: "Saydo zeigt einen, wenn es startet. Für einen neuen tippe",
    command: "make signin",
    then: "in seinem Ordner, und öffne den Link oder füge ihn hier ein. Ein angemeldeter Browser zeigt in den Einstellungen einen kurzen Code zum Eintippen.",
    field: "Anmelde-Link, Code oder Token",
    submit: "Anmelden",
    signingIn: "Anmeldung läuft…",
    refused: "Dieser Link oder Code ist falsch, verbraucht oder zu alt. Hol dir einen neuen, wie unten beschrieben.",
    expired:
      "Du wurdest abgemeldet. Hol dir einen neuen Link, um weiterzumachen; deine Aufgaben sind sicher.",
    signOut: "Abmelden",
    away: "Saydo ist nicht erreichbar. Läuft es? Versuch es noch einmal.",
    wrong: "Der Name oder das Passwort ist falsch.",
    byLink: "Mit Link",
    byName: "Mit Passwort",
    ways: "Arten, sich anzumelden",
    name: "Name",
    password: "Passwort",
    forgotten:
      "Vergessen, oder nie eines gesetzt? Melde dich mit einem Link an: In den Einstellungen setzt du dann ein neues.",
  },

  invitation: {
    heading: "Du bist eingeladen",
    intro:
      "Jemand, dem dieses Saydo gehört, hat dir einen Platz gemacht. Wähl einen Namen und ein Passwort: Du bekommst eigene Aufgaben, die sonst niemand sieht.",
    name: "Name zum Anmelden",
    nameHint: "Dein Name oder eine E-Mail-Adresse.",
    password: "Passwort",
    passwordHint: "Mindestens 8 Zeichen, und keines, das als Erstes versucht wird.",
    submit: "Mein Konto anlegen",
    making: "Einen Moment…",
    used: "Diese Einladung ist verbraucht oder zurückgezogen; bitte um eine andere.",
    back: "Ich habe ein Konto",
  },
};
