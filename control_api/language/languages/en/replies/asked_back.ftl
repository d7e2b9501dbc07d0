# What is asked back about tasks and lists before something is done.

which-task = Which task do you mean?
which-task-by-name = Which task do you mean? Tell me its name.
# $names are the first of several choices with commas between them, $last is the last one.
which-one = Which one do you mean: { $names }, or { $last }?
# Each choice is one of these; $title is the title inside a sentence, $when "on Friday", "tomorrow at 3 PM".
choice-then = { $title } { $when }
choice-undated = { $title } with no date
# The last one, where there are more than are named. $count is a number, as figures.
one-of-more = one of { $count } more

# $title is the title inside a sentence: "call Sarah". Where it comes first, its first letter becomes a capital.
task-when = When should { $title } be?
no-date-to-shift = { $title } has no date yet. When should it be?
no-time-to-shift = { $title } has no time of day yet. What time should it be?
call-it-what = What should it be called?
call-task-what = What should { $title } be called?
# Of a task whose title was corrected.
call-task-what-now = What should { $title } be called now?

add-what = What should I add?
remind-of-what = What should I remind you of?
which-day = Which day do you mean?
which-list-to-hear = Which one do you want to hear?

# It is there already. $titles is a list of titles, $when "tomorrow at 3 PM", "Friday"; $where one of the two below.
already-there = { $count ->
    [one] { $titles } is already { $where }.
   *[other] { $titles } are already { $where }.
}
already-there-then = { $count ->
    [one] { $titles }, { $when }, is already { $where }.
   *[other] { $titles }, { $when }, are already { $where }.
}
there-on-your-list = on your list
there-on-list = on your { $list } list
# Comes after it.
add-again = { $count ->
    [one] Add it again?
   *[other] Add them again?
}

# When words that delete or cancel may not be all, or not be meant. What it says to say must be understood.
unheard-end-of-delete = I didn't hear the end of that, so I deleted nothing. Say it once more, please.
unheard-end-of-cancel = I didn't hear the end of that, so I cancelled nothing. Say it once more, please.
delete-and-undo = I can't delete and undo in one go. Say them one after the other.
delete-when-sure = Only when you are sure. Then say: delete { $title }.
cancel-when-sure = Only when you are sure. Then say: cancel { $title }.
# The title itself asks to cancel something: "cancel the gym membership".
done-or-delete = Is that done? Say: done with { $title }. Or: delete the task to { $title }.

# $title is one of the tasks.
which-ones-to-finish = Which ones? Say: mark { $title } as done. Or: mark everything on my shopping list as done.
which-ones-to-delete = Which ones? Say: delete { $title }. Or: delete everything on my shopping list.
# Stands there for a title where there is no task.
example-title = buy milk

# $errand follows "remind me", and $often says how often; both are made below.
repeat-not-read = I didn't get how often. Say it like: remind me { $errand } { $often }.
repeat-too-often = A task comes once a day at most. Say it like: remind me { $errand } { $often }.
# $title is a deed: "water the plants".
errand-to-do = to { $title }
# $title is a thing: "milk".
errand-about = about { $title }
errand-example = to water the plants
example-repeat = every day at nine
# $weekday is a name.
example-repeat-on = every { $weekday }
