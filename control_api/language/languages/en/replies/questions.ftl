# The question before something is done. Names of tasks and things stand in quotes.

question-ending = Say yes or no.

# One thing.
question-one-complete = Complete { $name }?
question-one-cancel = Cancel { $name }?
question-one-reopen = Reopen { $name }?
question-one-start = Start { $name }?
question-one-skip = Skip this time of { $name }?
question-one-delete = Delete { $name }?
question-one-add = Add { $name }?
question-one-add-due = Add { $name } for { $due }?
question-one-change = Change { $name }?
question-one-that = Change that?

# Changes of one task: $deeds is one or several of these, with a capital at the start.
question-deeds = { $deeds }?
question-rename = Rename { $name } to { $title }
question-move = Move { $name } to { $due }
question-take-date = Move { $name } to no date
question-file = Move { $name } to { $list }
question-unfile = Move { $name } to no list

# Several. $things: "three tasks".
question-many-complete = That would complete { $things }: { $names }. Shall I?
question-many-cancel = That would cancel { $things }: { $names }. Shall I?
question-many-reopen = That would reopen { $things }: { $names }. Shall I?
question-many-delete = That would delete { $things }: { $names }. Shall I?
question-many-add = That would add { $things }: { $names }. Shall I?
question-many-change = That would change { $things }: { $names }. Shall I?
# $deeds: several of those below.
question-many-deeds = That would change { $things }: { $deeds }. Shall I?
question-deed-complete = complete { $name }
question-deed-cancel = cancel { $name }
question-deed-reopen = reopen { $name }
question-deed-delete = delete { $name }
question-deed-add = add { $name }
question-deed-change = change { $name }

# Tasks that all go to one list or day. $tasks: "three tasks".
question-all-to-list = That would move { $tasks } to { $list }: { $names }. Shall I?
question-all-off-lists = That would move { $tasks } off their lists: { $names }. Shall I?
question-all-to-day = That would move { $tasks } to { $due }: { $names }. Shall I?
question-all-off-dates = That would take the date off { $tasks }: { $names }. Shall I?
question-all-moved = That would move { $tasks }: { $names }. Shall I?

# A list, with its tasks, without any, and without those that it has.
question-list-and-tasks = That would delete the list { $list } and { $tasks }: { $names }. Shall I?
question-list-empty = Delete the list { $list }? It has no open tasks.
question-list-alone = { $count ->
    [one] Delete the list { $list }? Its { $tasks } stays, but it is on no list then.
   *[other] Delete the list { $list }? Its { $tasks } stay, but they are on no list then.
}
question-tag = Delete the tag { $tag }? That takes it off { $tasks }.
question-person = { $count ->
    [one] Delete { $name }? Then { $tasks } is nobody's.
   *[other] Delete { $name }? Then { $tasks } are nobody's.
}

# What was said about a task; $said is one text after the other.
comments-none = { $task } has no comments.
comments-are = { $count ->
    [one] The comment on { $title }: { $said }
   *[other] { $number } comments on { $title }, the latest first: { $said }
}

# What a task is made of, as far as it is still to do.
parts-none = { $task } has no open parts.
parts-are = { $count ->
    [one] { $task } has one open part: { $named }.
   *[other] { $task } has { $number } open parts: { $named }.
}
