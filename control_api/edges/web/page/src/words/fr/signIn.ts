import type { SIGN_IN as ENGLISH } from "../en/signIn";
import type { Like } from "../grammar/like";

export const SIGN_IN: Like<typeof ENGLISH> = {
  signIn: {
    heading: "Se connecter",
    intro:
      "Tes tâches restent sur ta propre machine. Pour les ouvrir ici, il te faut un lien de connexion.",
    how: "Saydo en affiche un à son démarrage. Pour en avoir un nouveau, tape",
    command: "make signin",
    then: "dans son dossier, puis ouvre le lien ou colle-le ici. Un navigateur connecté montre, dans les réglages, un code court à taper ici.",
    field: "Lien de connexion, code ou jeton",
    submit: "Se connecter",
    signingIn: "Connexion…",
    refused: "Ce lien ou ce code est faux, a déjà servi ou est trop ancien. Prends-en un nouveau, comme indiqué ci-dessous.",
    expired: "Tu as été déconnecté. Prends un nouveau lien pour continuer ; tes tâches sont en sûreté.",
    signOut: "Se déconnecter",
    away: "Saydo est injoignable. Est-il en marche ? Réessaie.",
    wrong: "Le nom ou le mot de passe est faux.",
    byLink: "Par lien",
    byName: "Par mot de passe",
    ways: "Façons de se connecter",
    name: "Nom",
    password: "Mot de passe",
    forgotten:
      "Oublié, ou jamais défini ? Connecte-toi avec un lien : les réglages en acceptent alors un nouveau.",
  },

  invitation: {
    heading: "Tu as une invitation",
    intro:
      "Quelqu'un qui fait tourner ce Saydo t'a fait une place. Choisis un nom et un mot de passe : tu auras tes propres tâches, que personne d'autre ne voit.",
    name: "Nom pour se connecter",
    nameHint: "Ton nom, ou une adresse e-mail.",
    password: "Mot de passe",
    passwordHint: "Au moins 8 caractères, et aucun de ceux qu'on essaie en premier.",
    submit: "Créer mon compte",
    making: "Un instant…",
    used: "Cette invitation a déjà servi ou a été retirée ; demandes-en une autre.",
    back: "J'ai un compte",
  },
};
