import type { SETTINGS as ENGLISH } from "../en/settings";
import type { Like } from "../grammar/like";
import { pluralIn } from "../grammar/plural";
import { DATA_SETTINGS } from "./dataSettings";
import { CHOOSING_KEYS } from "./keys";
import EXAMPLES from "./examples.json";
import { YOU_SETTINGS } from "./youSettings";

const some = pluralIn("fr");

export const SETTINGS: Like<typeof ENGLISH> = {
  ...YOU_SETTINGS,
  ...DATA_SETTINGS,
  ...CHOOSING_KEYS,

  save: "Enregistrer",
  saved: "Enregistré.",
  cancel: "Annuler",
  add: "Ajouter",
  remove: "Enlever",
  revoke: "Révoquer",
  done: "Terminé",
  copy: "Copier",
  copied: "Copié",
  again: "Réessayer",
  away: "Saydo est injoignable. Rien n'a été changé ; réessaie.",
  shownOnce: "Il n'est affiché que cette fois. Copie-le maintenant, et garde-le comme un mot de passe.",
  proof: {
    password: "Ton mot de passe",
    code: "Lien de connexion tout neuf",
    how: "Pour montrer que c'est bien toi. Sur la machine où Saydo tourne, tape « make signin » dans son dossier, et colle le lien qu'il affiche.",
  },

  voice: {
    leaving: {
      title: "Ce qui peut quitter cette machine",
      hint:
        "Seulement là où un fournisseur ailleurs a été choisi pour ce Saydo ; sans cela rien ne part, quoi qu'il soit écrit ici.",
      hearing: "Le son de ta voix",
      thinking: "Les mots sur lesquels on réfléchit",
      speaking: "Les mots qui sont dits",
      never: "Reste ici",
      questions: "Seulement les questions hors de tes tâches",
      always: "Peut partir",
    },
    speaking: "Comment on te parle",
    speakingHint: `Cela vaut dès la prochaine chose que tu dis, où que tu parles. Tu peux aussi l'écrire : « ${EXAMPLES.slower} », « ${EXAMPLES.moreTime} ».`,
    speed: "Vitesse de la voix",
    speedHint: "À quelle vitesse Saydo parle.",
    patience: "Patience",
    patienceHint: "Combien de temps tu peux t'arrêter avant que Saydo pense que tu as fini.",
    usual: "comme d'habitude",
    times: (times) => `${times.toLocaleString("fr")} fois`,
    microphone: "Le micro est ouvert",
    microphones: {
      open: "Pendant toute la conversation",
      push_to_talk: "Tant que tu appuies sur son bouton",
    },
    sensitivity: "Avec quelle attention il écoute",
    sensitivities: {
      low: "Faible, pour une pièce bruyante",
      normal: "Normale",
      high: "Forte, pour une voix douce",
    },
    sleepAfter: "Terminer une conversation quand personne ne parle depuis",
    longest: "Terminer une conversation de toute façon après",
    never: "Jamais",
    minutes: (minutes) => `${minutes} ${some(minutes, "minute", "minutes")}`,
    hours: (hours) => `${hours} ${some(hours, "heure", "heures")}`,

    devices: "Micro et haut-parleur",
    devicesHint: "Ce navigateur s'en souvient. Une fois le micro autorisé, ils ont des noms.",
    test: "Tester le micro",
    testAgain: "Tester encore",
    testHint:
      "Parle pendant quatre secondes, et écoute ce qui est arrivé. Cela reste dans ce navigateur, et disparaît quand tu pars.",
    saySomething: "Dis quelque chose…",
    hearsYou: "On t'entend.",
    thisWasHeard: "Voici ce qui a été entendu.",
    nothingHeard:
      "On n'a presque rien entendu. Choisis un autre micro ci-dessus, ou monte celui-ci dans les réglages de ton système.",
    playback: "Ce que le micro a entendu",

    kept: "Ce qui est gardé de tes paroles",
    keptLabel: "Garder les paroles des conversations",
    keptHint: `Ce que tu vois en réponse à « ${EXAMPLES.why} ». Le son de ta voix n'est jamais gardé. Tes tâches, et ce qui a été fait, le sont de toute façon.`,
    keptNot: "Pas du tout",
    days: (days) => some(days, "Pendant un jour", `Pendant ${days} jours`),
    askForget: "Supprimer toutes les paroles gardées ?",
    askForgetOlder: (days) =>
      `Supprimer les paroles qui ont plus ${some(days, "d'un jour", `de ${days} jours`)} ?`,
    forget: "Les supprimer",
  },

  sharing: {
    make: "Un nouvel espace",
    makeHint:
      "Des tâches et des projets à part, pour les gens que tu laisses entrer. Personne ne voit tes autres tâches.",
    name: "Nom",
    makeIt: "Créer",
    made: (name) => `« ${name} » est là. Dis en dessous qui d'autre s'y trouve.`,
    open: (name) => `Ouvrir ${name}`,
    nameOf: (name) => `Nom de ${name}`,
    rename: "Renommer",
    leave: (name) => `Quitter ${name}`,
    delete: (name) => `Supprimer ${name}`,
    askLeave: (name) => `Quitter « ${name} » ?`,
    askDelete: (name) => `Supprimer « ${name} » pour tout le monde ?`,
    leaveMeans: "Tu ne vois plus ses tâches, jusqu'à ce que quelqu'un te laisse rentrer.",
    deleteMeans: "Tout ce qui s'y trouve disparaît, pour tous, et ne peut pas être repris.",
    roles: {
      owner: "Il est à toi : tu dis qui s'y trouve.",
      editor: "Tu peux changer ce qui s'y trouve.",
      viewer: "Tu peux le regarder.",
    },
    membersOf: (name) => `Qui est dans ${name}`,
    you: "Toi",
    is: { owner: "Propriétaire", editor: "Peut modifier", viewer: "Peut regarder" },
    roleOf: (name) => `Ce que ${name} peut faire`,
    removeOf: (name) => `Retirer ${name}`,
    who: "Qui",
    whoHint: "Le nom avec lequel la personne se connecte. Qui n'a pas de compte ici est d'abord invité.",
    as: "Comme",
  },

  reminders: {
    when: "Quand",
    atDue: "Me rappeler une tâche à son échéance",
    atDueHint: "Pour une tâche qui a une heure, et pas de rappel à elle.",
    spoken: "Dire les rappels à voix haute",
    spokenHint: "Dans une conversation, dès que personne ne parle.",
    browser: "Dans ce navigateur",
    leave: {
      granted: "Les rappels sont aussi affichés quand cette page est en arrière-plan.",
      denied:
        "Le navigateur n'affiche pas les messages de cette page. Autorise-les dans sa barre d'adresse, et recharge la page.",
      none: "Ce navigateur n'affiche que les messages de pages sûres : sur cette machine, ou en https.",
    },
    closed: "Aussi quand aucune page n'est ouverte",
    closedHint: "Par l'éditeur de ce navigateur, qui voit quand, et ne peut pas lire quoi.",
    noPush:
      "Ce navigateur n'a pas pu s'abonner : il n'a pas de service de messages, ou ce service est injoignable. Une fenêtre privée n'en a pas.",
    addresses: "Téléphone, e-mail et messagerie",
    addressesHint:
      "Les rappels ne quittent cette machine que vers les adresses que tu nommes ici. Leurs secrets sont cachés une fois enregistrés.",
    newAddress: "Adresse",
    newAddressHint:
      "Comme Apprise les écrit : ntfys://, gotifys://, mailto://, matrix://, slack://, tgram:// et d'autres.",
    removeAddress: (address) => `Enlever ${address}`,
    test: "Essai",
    testHint: "Lance un minuteur de trois secondes, qui part par tous les moyens ci-dessus.",
    testLabel: "Essai",
    sendTest: "Envoyer un essai",
    testWaits: "Il part dans trois secondes…",
    testNowhere:
      "Il est parti et n'a atteint personne : aucune page n'est ouverte, et il n'y a pas d'adresse.",
    lookAgain: "Regarder encore",
    ways: { page: "sur une page ouverte", push: "vers une adresse", voice: "à voix haute" },
    deliveries: {
      delivered: (way) => `Il est arrivé : ${way}.`,
      waiting: (way) => `Il est en route : ${way}.`,
      failed: (way) => `Il n'est pas arrivé : ${way}.`,
      cancelled: (way) => `Il a été annulé, puisque tu le sais déjà : ${way}.`,
    },
    silent: "Ce qui ne peut pas t'atteindre",
    noneSilent: "Rien : ce qui est prévu ensuite peut t'atteindre.",
  },

  look: {
    heading: "Apparence",
    hint: "Pour ce navigateur.",
    scheme: "Clair ou sombre",
    schemes: { system: "Comme le système", light: "Clair", dark: "Sombre" },
    accent: "Couleur",
    accents: { green: "Vert", blue: "Bleu", violet: "Violet", rose: "Rose" },
    density: "Listes",
    densities: { roomy: "Aérées", dense: "Denses" },
    showKeys: "Afficher toutes les touches",
    singleHint: "Désactive-les quand tu dictes, ou quand on touche facilement une touche par erreur.",
  },

  people: {
    health: "État",
    databaseGood: "Tes tâches peuvent être lues et écrites.",
    databaseBad:
      "Les fichiers ne peuvent pas être lus. Sur la machine, « python -m control_api check » en dit plus.",
    livekitGood: "Le serveur vocal est joignable.",
    livekitBad:
      "Le serveur vocal est injoignable : personne ne peut parler. Est-ce que « make run » tourne ?",
    lookAgain: "Regarder encore",
    people: "Personnes",
    you: "toi",
    owner: "propriétaire",
    nameless: "Sans nom",
    noPassword: "sans mot de passe",
    signsInAs: (name) => `se connecte comme ${name}`,
    since: (day) => `depuis le ${day}`,
    removeOf: (name) => `Enlever ${name}`,
    askRemove: (name) => `Enlever ${name} définitivement ?`,
    removeMeans:
      "Ses tâches, ses connexions et ses programmes disparaissent, et on ne peut pas revenir en arrière. Les sauvegardes d'avant les contiennent encore.",
    removeForGood: "Enlever définitivement",
    removed: (name) => `${name} n'est plus là.`,
    invitations: "Inviter quelqu'un",
    invitationsHint: "Cette personne reçoit un compte et ses propres tâches. Tu ne vois ni l'un ni l'autre.",
    life: "Le lien est valable",
    lives: { "24": "Un jour", "168": "Une semaine", "720": "30 jours" },
    invite: "Créer un lien",
    invitationLink: "Lien pour une personne",
    goodUntil: (moment) =>
      `Il crée un seul compte, jusqu'au ${moment}, et n'est affiché que cette fois. Envoie-le par un moyen de confiance.`,
    withdraw: "Retirer ce lien",
    withdrawn: "Le lien ne vaut plus rien.",
  },
};
