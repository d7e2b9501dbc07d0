import type { YOU_SETTINGS as ENGLISH } from "../en/youSettings";
import type { Like } from "../grammar/like";

export const YOU_SETTINGS: Like<typeof ENGLISH> = {
  you: {
    about: "Toi",
    name: "Comment Saydo t'appelle",
    zone: "Fuseau horaire",
    zoneHere: (zone) => `Ce navigateur est à ${zone.replaceAll("_", " ")}.`,
    password: "Mot de passe",
    passwordNone:
      "Tu n'en as pas : chaque navigateur a besoin d'un lien de connexion de la machine où Saydo tourne, ou d'un code comme ci-dessous.",
    signInAs: (name) => `Tu te connectes comme ${name}.`,
    setPassword: "Définir un mot de passe",
    changePassword: "Changer le mot de passe",
    signInName: "Nom pour se connecter",
    oldPassword: "Ton mot de passe actuel",
    newPassword: "Nouveau mot de passe",
    newPasswordHint: "Au moins 8 caractères, et aucun de ceux qu'on essaie en premier.",
    savePassword: "Enregistrer le mot de passe",
    passwordSaved: "Le mot de passe est enregistré. Tes autres navigateurs sont déconnectés.",

    phone: "Sur ton téléphone",
    phoneOnlyHere:
      "Cette adresse ne mène qu'à cette machine. Ouvre la page par l'adresse que cette machine a dans ton réseau, et son code pour le téléphone est ici.",
    phoneCode: (address) => `Code pour un appareil photo, de ${address}`,
    phoneScan: "Vise le code avec l'appareil photo de ton téléphone, ou tape l'adresse :",
    phonePassword: "Ou connecte-toi là-bas avec ton nom et ton mot de passe.",
    phoneSignInCode: (address) => `Code pour un appareil photo, de ${address}, qui connecte là-bas`,
    showDeviceCode: "Montrer un code de connexion",
    anotherDeviceCode: "Montrer un autre code",
    deviceCodeElsewhere: "Un code qui le connecte est dans les réglages, sous « Toi et tes appareils ».",
    deviceCodeMeans: "Avec lui, un autre appareil ou navigateur est connecté à ton compte, sans mot de passe.",
    deviceCodeHere: "Dans l'autre navigateur, tape :",
    deviceCode: "L'image connecte maintenant. Ou tape là-bas :",
    deviceCodeEnds: (clock) => `Il sert une fois, jusqu'à ${clock}.`,
    phoneInsecure: "Un téléphone ne donne son micro qu'aux pages en https ; ici, tu peux écrire.",

    sessions: "Navigateurs",
    sessionsHint:
      "Là où tu es connecté. Un navigateur qui ne sert pas pendant 30 jours est déconnecté tout seul.",
    thisBrowser: "ce navigateur",
    lastUsed: (moment) => `utilisé ${moment}`,
    browserOn: (browser, system) => `${browser} sur ${system}`,
    unknownBrowser: "Navigateur inconnu",
    endSessionOf: (name) => `Se déconnecter de ${name}`,
    sessionEnded: (name) => `${name} est déconnecté.`,
    endOthers: "Se déconnecter partout ailleurs",
    askEndOthers: "Se déconnecter partout ailleurs ?",
    endOthersMeans:
      "Tous les autres navigateurs, les jetons créés sur la machine et les conversations prennent fin. Ce navigateur reste, et les programmes aussi : révoque-les plus bas.",
    othersEnded: "Tu es déconnecté partout ailleurs.",
    askSignOut: "Se déconnecter, sans mot de passe pour revenir ?",
    signOutMeans:
      "Ce navigateur a alors besoin d'un nouveau lien de connexion, que la machine où Saydo tourne affiche. Définis d'abord un mot de passe si tu n'y es pas.",

    tokens: "Programmes",
    tokensHint: "Ce qu'un programme présente pour agir à ta place : un jeton d'accès.",
    newToken: "Nouveau jeton d'accès",
    tokenName: "À quoi il sert",
    tokenNameHint: "Par exemple « Ma montre ».",
    tokenScope: "Il peut",
    scopes: {
      read: "tout regarder",
      write: "modifier les tâches, et parler",
      admin: "faire tout ce que tu peux",
    },
    scopeHints: {
      read: "Il ne change rien.",
      write: "Il regarde tout, modifie tâches et choses, et parle dans une salle.",
      admin: "Il modifie aussi ton compte et ses jetons, et dit qui partage quoi.",
    },
    tokenLife: "Il est valable",
    lives: {
      "30": "30 jours",
      "90": "90 jours",
      "365": "Un an",
      never: "Tant que je ne le révoque pas",
    },
    makeToken: "Créer le jeton",
    madeToken: (name) => `Jeton « ${name} »`,
    neverEnds: "n'expire jamais",
    endsOn: (day) => `expire le ${day}`,
    neverUsed: "pas encore utilisé",
    revokeToken: (name) => `Révoquer « ${name} »`,
    askRevoke: (name) => `Révoquer « ${name} » ?`,
    revokeMeans: "Qui le présente ne peut plus rien, tout de suite. On ne peut pas le rétablir.",
  },
};
