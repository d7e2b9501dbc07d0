/** What is said to who is not signed in. */
export const SIGN_IN = {
  signIn: {
    heading: "Sign in",
    intro: "Your tasks stay on your own machine. To open them here you need a sign-in link.",
    how: "Saydo prints one when it starts. For a new one, type",
    command: "make signin",
    then: "in its folder, and open the link or paste it here. A browser that is signed in shows a short code, in Settings, to type here.",
    field: "Sign-in link, code or token",
    submit: "Sign in",
    signingIn: "Signing in…",
    refused: "That link or code is wrong, used up or too old. Get a new one, as it says below.",
    expired: "You were signed out. Get a new link to go on; your tasks are safe.",
    signOut: "Sign out",
    away: "Saydo can't be reached. Is it running? Try again.",
    wrong: "The name or the password is wrong.",
    byLink: "With a link",
    byName: "With a password",
    ways: "Ways to sign in",
    name: "Name",
    password: "Password",
    forgotten: "Forgotten, or never set? Sign in with a link: the settings take a new one then.",
  },

  invitation: {
    heading: "You are invited",
    intro:
      "Somebody who runs this Saydo has made a place for you. Choose a name and a password: you get tasks of your own, that nobody else sees.",
    name: "Name to sign in with",
    nameHint: "Your name, or an e-mail address.",
    password: "Password",
    passwordHint: "At least 8 characters, and none of those that are tried first.",
    submit: "Make my account",
    making: "One moment…",
    used: "This invitation was used or withdrawn; ask for another.",
    back: "I have an account",
  },
} as const;
