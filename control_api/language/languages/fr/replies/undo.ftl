# How things are by now, after something was undone or done again.

# $said: one of the sentences below, or several clauses with a stop behind them.
undone = Annulé : { $said }
redone = Refait : { $said }
undone-as-it-was = C'est annulé, mais tout est comme avant.
redone-as-it-was = C'est refait, mais tout est comme avant.
undone-nothing = Il n'y a rien à annuler.
redone-nothing = Il n'y a rien à refaire.
undone-clauses = { $clauses }.

# $titles: of two tasks or more.
undone-all-off = { $titles } ne sont plus sur la liste.
undone-all-on-again = { $titles } sont de nouveau sur la liste.

# Of one task: clauses.
undone-off = { $title } n'est plus sur la liste
undone-on-again = { $title } est de nouveau sur la liste
undone-back = { $title } est de retour
undone-in-trash = { $title } est de nouveau dans la corbeille
undone-to-before = { $title } est comme avant
undone-changed-again = { $title } est de nouveau à jour
undone-status = { $status ->
    [todo] { $title } est de nouveau à faire
    [in_progress] { $title } est de nouveau en cours
    [completed] { $title } est de nouveau sur la liste de ce qui est fait
   *[cancelled] { $title } n'est de nouveau plus à faire
}
undone-title = { $title } s'appelle de nouveau { $before }
# $due: with its preposition, "vendredi".
undone-due = { $title }, c'est de nouveau pour { $due }
undone-no-date = { $title } n'a de nouveau pas de date
undone-project = { $title } est de nouveau dans la liste { $project }
undone-no-project = { $title } n'est de nouveau sur aucune liste

# Of another thing: clauses. $thing: "la liste Travail".
undone-thing-gone = { $thing } n'existe plus
undone-thing-gone-again = { $thing } n'existe de nouveau plus
undone-thing-back = { $thing } est de retour
undone-thing-changed = { $thing } est de nouveau à jour
undone-thing-to-before = { $thing } est comme avant
undone-settings = je te parle comme avant
