# What was made of tasks.

# Behind the first few results.
results-more = And { $more } more.

# $place is where the new task is, $details one or several of "created-with-...".
created = Added { $title }.
created-details = Added { $title }, { $details }.
created-in = Added { $title } to { $project }.
created-in-details = Added { $title } to { $project }, { $details }.
created-due = { $title }, { $due }.
created-due-details = { $title }, { $due }, { $details }.

created-with-in = in { $project }
created-with-priority = { $priority ->
    [urgent] urgent priority
    [high] high priority
    [medium] medium priority
   *[low] low priority
}
created-with-tags = tagged { $tags }
created-with-people = for { $people }
# A part of another task.
created-with-part = a part of { $whole }
created-with-deadline = deadline { $deadline }
created-with-takes = takes { $length }
# $when: "on Monday at 9 AM", "half an hour before".
created-with-reminder = reminder { $when }
created-with-note = with a note

# Several new tasks at once.
created-several = Added { $titles }.
created-several-in = Added { $titles } to { $project }.
created-several-due = Added { $titles }, { $due }.
created-several-in-due = Added { $titles } to { $project }, { $due }.

updated-title = Renamed { $before } to { $title }.
updated-due = Moved { $title } to { $due }.
updated-no-date = { $title } has no date now.
updated-project = Moved { $title } to { $project }.
updated-no-project = { $title } is on no list now.
updated = Changed { $title }.
updated-so-already = It was so already: { $title }.
updated-so-already-due = It was so already: { $title }, { $due }.

status-complete = Done: { $title }.
status-cancel = Cancelled { $title }.
status-start = Started { $title }.
status-reopen = { $title } is open again.
status-delete = Deleted { $title }.
status-restore = { $title } is back.
status-on-hold = { $title } is on hold: it is to do again.
# $when: "in half an hour", "on Monday at 9 AM".
status-snoozed = I'll bring up { $title } again { $when }.
