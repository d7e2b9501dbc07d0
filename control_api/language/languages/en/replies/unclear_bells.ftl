# Questions back and answers about timers and alarms of which it is not clear what is meant.
# Examples, after "say", are to be understood by Saydo.

bells-none-ring = Nothing is ringing.

# $name is what was said, $names are those that there are: "the pasta timer and the tea timer".
bell-none-called-timer = There is no { $name } timer. There is { $names }. Which one do you mean?
bell-none-called-alarm = There is no { $name } alarm. There is { $names }. Which one do you mean?
bell-which = Which one do you mean: { $names }?
# $count is the number of those with this $name: "the pasta timer".
bell-which-of-a-name = There are several: { $name } is there { $count } times. Cancel all?
# An alarm without a name: $rings is "on Friday at 7 AM", "every weekday at 7 AM".
bell-that-rings = the one { $rings }
# The names in one sentence: $names are all but the last, with commas between them.
bells-and = { $names } and { $last }
bells-or = { $names } or { $last }

timer-how-long = For how long? Say: set a timer for ten minutes.
timer-how-long-bare = For how long? Say: timer for ten minutes.
timer-how-long-named = For how long? Say: { $name } timer for ten minutes.
timer-out-of-range = A timer runs from one second to a week. For how long should it be?

alarm-when = What time should the alarm ring? Say: wake me at seven.
alarm-what-time = What time should the alarm ring?
# $days is "tomorrow", "on Friday".
alarm-what-time-then = What time should the alarm ring { $days }?
# $time is "today at 3 PM".
alarm-over = { $time } is over. When should the alarm ring?
alarm-several-days = On several days an alarm repeats. Say it like: every Monday and Tuesday at seven.
