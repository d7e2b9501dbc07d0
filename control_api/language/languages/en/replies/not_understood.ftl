# What is said when something is not there, can't be, or was not understood.

all-right = All right.
not-heard = I didn't catch that.
left-as-it-was = I didn't get that, so I left it as it was.
too-long = That's too long for me to take in. Say it in a sentence or two.
too-long-for-a-task = That is too long for one task. Say it in a sentence or two.
# $said is how the words begin.
too-much-in-it = I can't make out “{ $said }”: there is too much in it to read at once. Say it more simply, with fewer days and times.
too-much-to-read = I have too much to read just now. Try it again in a moment.

# One of several clauses; $said is that clause.
clause-not-read = I didn't get "{ $said }", so I changed nothing yet. Say it another way?
# Comes after what is asked about the clause, or why it is refused.
clause-not-done = That is about "{ $said }". I changed nothing yet.

# $name is what was said of it, $title that of the nearest task.
no-such-task = I don't see an open task like { $name }. Ask me what is on your list.
no-such-task-but = I don't see an open task like { $name }. The nearest is { $title }.
task-not-open = That task isn't open any more. Tell me which one you mean by its name.
does-not-repeat = { $title } does not repeat.

# Follows "list-none-called".
no-lists = There are no lists yet.
no-lists-to-name = You have no lists yet. Say: add milk to my shopping list.

your-tags = Your tags are { $names }.
no-tags = You have no tags yet.
known-people = I know { $names }.
no-people = I know nobody yet.
# The last of $names, where there are more than are named.
as-many-more = { $count } more

# Dates and times that can't be, or of which it is not clear which one is meant.

# $clock is as it was said: "25:00".
no-such-clock = There is no { $clock } on the clock. What time is it?
# $hour is a number, above 24.
no-such-hour = There is no hour { $hour }. What time do you mean?
# $month is a number, above 12.
no-such-month = There is no month { $month }. Which day do you mean?
# $month is its name, $day a number that it has no day for: "June 31".
no-such-day = There is no { $month } { $day }. Which day do you mean?
no-such-day-in-year = There is no { $month } { $day } in { $year }. Which day do you mean?
# "Friday, March 3" was said, and March 3 is a Wednesday. $month and $weekday are names.
not-that-weekday = { $month } { $day } is a { $weekday }. Which day do you mean?

# $said are figures: "3/4".
figures-or-title = Is { $said } the day, or does it belong to the title? Say the month by its name, or quote the title.
# $number may be an hour and a day of the month: "Friday 3".
hour-or-day = Is that at { $number }, or on the { $number }th?

when-exactly = When exactly? Say a day or a time.
several-times = You named several times, and a task has one. Which one is it?
# $said are words that look like a time.
no-known-time = I can't make out when “{ $said }” is. Say it another way, or quote it.

time-is-over = That time is over. Which day and time do you mean?
named-day-is-over = That day is over. Which day do you mean?
yesterday-is-over = Yesterday is over. Which day do you mean?
