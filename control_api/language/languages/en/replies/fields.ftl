# What was changed of a task besides its title, date and list: how it is now. $title is its title.

field-priority-now = { $priority ->
    [urgent] { $title } has urgent priority now.
    [high] { $title } has high priority now.
    [medium] { $title } has medium priority now.
    [low] { $title } has low priority now.
   *[none] { $title } has no priority now.
}

field-tags-added = Tagged { $title } { $tags }.
field-tags-none = { $title } has no tags now.
# $count tags.
field-tags-gone = { $count ->
   *[other] Took the tag { $tags } off { $title }.
}
# Tags that were made for the task, which names them.
field-tags-made = { $count ->
    [one] That tag is new.
   *[other] Those tags are new.
}

field-people-none = { $title } is for nobody in particular now.
field-people-now = { $title } is for { $people }.
field-people-instead = { $title } is for { $people } now, no longer for { $gone }.
# People that were made for the task, which names them.
field-people-made = I added { $people } to your people.

field-notes-none = { $title } has no notes now.
field-notes-written = Wrote that into the notes of { $title }.
field-notes-noted = Noted on { $title }: { $note }.

# A task that is a part of another, $whole.
field-part-of = { $title } is a part of { $whole } now.
field-part-of-another = { $title } is a part of another task now.
field-part-of-none = { $title } is a task of its own now.

# A task that can't be done before others: $others is a list of titles, with the two below for those
# whose title is not known.
field-waits-for = { $title } waits for { $others }.
field-waits-no-longer = { $title } no longer waits for { $others }.
field-waits-for-another = another task
field-waits-for-gone = a task that is gone

# $start has its preposition ("on-day-..."), $deadline has none ("day-...").
field-start-now = { $title } starts { $start }.
field-start-none = { $title } has no start date now.
field-deadline-now = The deadline of { $title } is { $deadline }.
field-deadline-none = { $title } has no deadline now.

field-length-now = { $title } takes { $length }.
field-length-none = How long { $title } takes is open now.

# $when is "on-day-..." or one of those below.
field-reminder-new = I'll remind you of { $title } { $when }.
field-reminders-none = { $title } has no reminders of its own now.
field-reminder-at-due = when it is due
field-reminder-at-deadline = at the deadline
field-reminder-at-start = when it starts
field-reminder-before-due = { $length } before
field-reminder-before-deadline = { $length } before the deadline
field-reminder-before-start = { $length } before it starts

# Up or down in its list.
field-moved-up = Moved { $title } up.
field-moved-down = Moved { $title } down.
