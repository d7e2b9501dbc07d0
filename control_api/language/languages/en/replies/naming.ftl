# What tasks, things and lists are called inside sentences.

# A task whose title is not known.
task-unknown = that

# Where a task is.
on-list = on your list
on-list-named = on your { $list } list

# Things as the subject of a sentence: "the tag home is back".
thing-project = the project { $name }
thing-tag = the tag { $name }
thing-filter = the filter { $name }
thing-person = { $name }
thing-comment = the comment
thing-occurrence = one of its times
thing-settings = the settings
thing-timer = the timer
thing-timer-named = the { $name } timer
thing-alarm = the alarm
thing-alarm-named = the { $name } alarm

# The same as what something is done to: "Deleted the tag home".
object-project = the project { $name }
object-tag = the tag { $name }
object-filter = the filter { $name }
object-person = { $name }
object-comment = the comment
object-occurrence = one of its times
object-settings = the settings
object-timer = the timer
object-timer-named = the { $name } timer
object-alarm = the alarm
object-alarm-named = the { $name } alarm

# Names in questions, so that they can't pass for a part of the question: in quotes. A mark of these
# quotes inside of the name is replaced by an apostrophe.
quoted-name = "{ $name }"
# Of a name that is too long.
quoted-cut = { $name } and so on
# Things in questions, as what something is done to. $quoted is the name in quotes.
quoted-comment = the comment { $quoted }
quoted-occurrence = one time
quoted-timer = the timer
quoted-timer-named = the timer { $quoted }
quoted-alarm = the alarm
quoted-alarm-named = the alarm { $quoted }
quoted-settings = the settings
