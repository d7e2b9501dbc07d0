# Answers to questions about one task.
#
# $name: the task, as the person called it or by its title; $count is 2 where it is something that is
# several ("eggs"), else 1. $due: "on Friday at 3 PM". $on_list: "on your shopping list".
# $task: its title with its time and list. What begins with a name gets its capital.

answer-yes = Yes, { $said }
answer-no = No, { $said }

# Whether it is there.
answer-several = Yes, you have { $tasks } like that: { $names }.
answer-there = Yes: { $task }.
answer-elsewhere = Not { $on_list }, but you have { $task }.
answer-no-such = No, you have no task like { $name }.
answer-no-such-then = No, you have no task like { $name } { $days }.
answer-none-due = No, nothing like { $name } is due { $days }.
answer-not-on-list = { $count ->
    [one] No, { $name } is not { $on_list }.
   *[other] No, { $name } are not { $on_list }.
}

# Where it is.
answer-on-list = { $count ->
    [one] { $name } is { $on_list }.
   *[other] { $name } are { $on_list }.
}
answer-on-list-due = { $count ->
    [one] { $name } is { $on_list }, { $due }.
   *[other] { $name } are { $on_list }, { $due }.
}
answer-on-no-list = { $count ->
    [one] { $name } is on no list.
   *[other] { $name } are on no list.
}
answer-on-no-list-due = { $count ->
    [one] { $name } is on no list, { $due }.
   *[other] { $name } are on no list, { $due }.
}

# Whether it is done. $day: "yesterday", "on Friday".
answer-never-there = I find no task like { $name }, neither open nor done.
answer-in-progress = { $count ->
    [one] No, { $name } is in progress.
   *[other] No, { $name } are in progress.
}
answer-in-progress-due = { $count ->
    [one] No, { $name } is in progress, due { $due }.
   *[other] No, { $name } are in progress, due { $due }.
}
answer-still-open = { $count ->
    [one] No, { $name } is still open.
   *[other] No, { $name } are still open.
}
answer-still-open-due = { $count ->
    [one] No, { $name } is still open, due { $due }.
   *[other] No, { $name } are still open, due { $due }.
}
answer-was-cancelled = No, { $name } was cancelled.
answer-was-done = { $count ->
    [one] Yes, { $name } was done.
   *[other] Yes, { $name } were done.
}
answer-was-done-then = { $count ->
    [one] Yes, { $name } was done { $day }.
   *[other] Yes, { $name } were done { $day }.
}

# When. An event ("the dentist" at three) is at a time, a task is due.
answer-event = { $count ->
    [one] { $name } is { $due }.
   *[other] { $name } are { $due }.
}
answer-due = { $count ->
    [one] { $name } is due { $due }.
   *[other] { $name } are due { $due }.
}
answer-no-date = { $name } has no date.
answer-no-date-but-deadline = { $name } has no date, but its deadline is { $deadline }.
answer-deadline = the deadline for { $name } is { $deadline }.
answer-no-deadline = { $name } has no deadline and no date.
answer-no-deadline-but-due = { $name } has no deadline, but is due { $due }.
answer-repeats = { $name } comes { $often }, next { $due }.
answer-no-repeat = { $name } does not repeat.
answer-no-repeat-but-due = { $name } does not repeat, it is due { $due }.
