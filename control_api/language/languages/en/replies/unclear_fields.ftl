# Questions back and refusals about one task: whose it is, its dates, tags, notes, parts and place.
# $title is the title inside a sentence, $task the same at the start of one.

# $name is what was said.
task-none-like = I don't see an open task like { $name }. Which task do you mean?

# $people is as it was said, which may be several names.
assigned-not-to = { $task } isn't assigned to { $people }.
assign-whom = Whom is { $title } for? Tell me a name.
# $names are names with commas between them.
person-which = Whom do you mean: { $names }, or { $last }?
person-which-or-else = Whom do you mean: { $names }, or somebody else?

start-none = { $task } has no start date.
deadline-none = { $task } has no deadline.
deadline-unsaid = When is the deadline of { $title }?
time-unsaid = When is { $title }? Say a day and a time.
length-unknown = I don't know how long { $task } takes.
waits-for-nothing = { $task } waits for nothing.

note-unsaid = What shall the note on { $title } say?
comment-unsaid = What shall the comment on { $title } say?
notes-none = { $task } has no notes.
tag-unsaid = Which tag shall { $title } have?

priority-unsaid = Shall the priority of { $title } be urgent, high, medium, or low?
priority-highest = { $task } is urgent already.
priority-lowest = { $task } has low priority already.

part-unsaid = What shall I add as a part of { $title }?
part-of-none = { $task } is no part of another task.

# $title is another task, on another list.
not-on-one-list = { $task } and { $title } are not on the same list.
too-many-to-sort = There are too many tasks on that list to sort it by words.

remind-unsaid = When shall I remind you of { $title }?
remind-again-unsaid = When shall I remind you again? Say a time ahead.
remind-without-date = { $task } has no date yet. When shall I remind you of it?
remind-without-clock = { $task } has no time of day yet. At what time shall I remind you of it?
remind-too-late = It is too late for that reminder of { $title }.
reminders-none = { $task } has no reminders of its own.

# $task and $title are the same task. The example is to be understood by Saydo.
not-started = { $task } isn't started, so it is on hold already. To hide it, say: hide { $title } until Monday.
task-is-open = { $task } is open.
# $name is what was said.
finished-none-like = I don't see { $name } among what was finished lately.
reminder-at-due-only = { $task } has no reminders of its own, it only speaks up when it is due. Shall I take its time of day away?
