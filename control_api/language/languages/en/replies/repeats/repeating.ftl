# Tasks that come again: what was set, done, moved and skipped.
#
# $often: "every other Tuesday" (repeats.ftl). $due: "Friday at 3 PM"; $on_due: the same with its
# preposition, "on Friday at 3 PM".

repeat-at-clock = { $often } { $at_clock }
repeat-next = { $title }, { $often }: next { $on_due }.

# What was made. $days: the first day, or the first two of them.
repeat-made = { $title }, { $often }: first { $days }.
repeat-made-in = { $title }, { $often }, in { $project }: first { $days }.
# $first and $second: "on Friday", "tomorrow".
repeat-first-days = { $first }, then { $second }

# Of the 29th, 30th or 31st: in months that don't have it.
repeat-short-months-last-day = In shorter months it's the last day.
repeat-short-months-left-out = Shorter months are left out.
# Of February 29.
repeat-short-februaries-last-day = In other years it's February 28.
repeat-short-februaries-left-out = Other years are left out.

repeat-ended = { $title } does not repeat any more.
repeat-moved-once = Moved { $title } to { $due }, this time only.
repeat-done = Done: { $title }. Next: { $due }.
repeat-done-last = Done: { $title }. That was the last time.
repeat-skipped = Skipped { $title } this time. Next: { $due }.
repeat-caught-up = { $title } is due { $due }.
