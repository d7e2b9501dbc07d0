# Timers and alarms: what was set, changed and stopped, and which there are.
#
# $timer and $alarm: "the pasta timer", "the 7 AM alarm" (bell_names.ftl); $bell is any of the two.
# $label: the name alone. $length, $left: "ten minutes". $when: "Friday at 7 AM"; $rings: the same
# with its preposition, "on Friday at 7 AM"; both may be "every weekday at 7 AM". $clock: "7 AM",
# $at_clock: "at 7 AM".

timer-set = Timer set for { $length }.
timer-set-named = { $label } timer set for { $length }.
alarm-set = Alarm set for { $when }.
alarm-set-named = { $label } alarm set for { $when }.

bell-cancelled = Cancelled { $bell }.
bell-stopped = Stopped { $bell }.
bell-snoozed = Snoozed for { $length }.
bell-renamed = It's { $bell } now.
alarm-off = Alarm off.
alarm-off-until = Alarm off. It rings again { $rings }.

timer-paused = Paused { $timer } with { $left } left.
timer-resumed = { $timer } goes on, with { $left } left.
timer-paused-already = { $timer } is paused already, with { $left } left.
timer-running-already = { $timer } is running already, with { $left } left.
timer-left-now = { $timer } has { $left } left now.
alarm-so-already = It was so already: { $alarm }, { $when }.
alarm-moved = Moved the alarm to { $when }.
alarm-moved-named = Moved the { $label } alarm to { $when }.

# Which there are: one.
timer-done = { $timer } is done.
timer-left = { $timer } has { $left } left.
timer-left-paused = { $timer } has { $left } left, and is paused.
alarm-is-ringing = { $alarm } is ringing.
alarm-is-set = Your alarm is set for { $when }.
alarm-is-set-named = { $alarm } is set for { $when }.

# None. $day: "tomorrow", "Friday".
bell-none = No timer or alarm is set.
timer-none = No timer is running.
alarm-none = No alarm is set.
alarm-none-on = No alarm is set for { $day }.

# Several. $timers and $alarms: "two timers: pasta with five minutes left, and ...".
bells-there = You have { $bells }.
bells-there-both = You have { $alarms } and { $timers }.
bells-of-a-kind = { $count }: { $bells }
# Each of them; $timer is short: "pasta", "the ten minute one".
timer-item = { $timer } with { $left } left
timer-item-paused = { $timer }, paused with { $left } left
timer-item-done = { $timer }, which is done
alarm-item-named = { $label } { $rings }

# When it rings, on time and late.
timer-was-done = { $timer } was done { $at_clock }.
alarm-rings = It's { $clock }.
alarm-rings-named = It's { $clock }: { $label }.
alarm-late = The alarm for { $clock } is late.
alarm-late-named = The alarm for { $clock } is late: { $label }.

# When nobody was there, today and on another day. $moment: "yesterday at 7 AM"; $day: "yesterday".
timer-missed = You missed { $timer }. It was done { $at_clock }.
timer-missed-then = You missed { $timer }. It was done { $moment }.
alarm-missed = You missed an alarm. It was set for { $clock }.
alarm-missed-then = You missed an alarm. It was set for { $day } { $clock }.
alarm-missed-named = You missed { $alarm }. It was set for { $clock }.
alarm-missed-named-then = You missed { $alarm }. It was set for { $day } { $clock }.
