# How things are by now, after something was undone or done again.

# $said: one of the sentences below, or several clauses with a stop behind them.
undone = Undone: { $said }
redone = Redone: { $said }
undone-as-it-was = Undone, but all is as it was.
redone-as-it-was = Redone, but all is as it was.
undone-nothing = There is nothing to undo.
redone-nothing = There is nothing to do again.
undone-clauses = { $clauses }.

# $titles: of two tasks or more.
undone-all-off = { $titles } are off the list.
undone-all-on-again = { $titles } are on the list again.

# Of one task: clauses.
undone-off = { $title } is off the list
undone-on-again = { $title } is on the list again
undone-back = { $title } is back
undone-in-trash = { $title } is in the trash again
undone-to-before = { $title } is as it was
undone-changed-again = { $title } is changed again
undone-status = { $status ->
    [todo] { $title } is open again
    [in_progress] { $title } is in progress again
    [completed] { $title } is done again
   *[cancelled] { $title } is cancelled again
}
undone-title = { $title } is { $before } again
# $due: with its preposition, "on Friday".
undone-due = { $title } is { $due } again
undone-no-date = { $title } has no date again
undone-project = { $title } is in { $project } again
undone-no-project = { $title } is on no list again

# Of another thing: clauses. $thing: "the project Work".
undone-thing-gone = { $thing } is gone
undone-thing-gone-again = { $thing } is gone again
undone-thing-back = { $thing } is back
undone-thing-changed = { $thing } is changed again
undone-thing-to-before = { $thing } is as it was
undone-settings = I talk with you as I did before
