# How timers, alarms, their times and lengths are called.

timer-named = the { $label } timer
alarm-named = the { $label } alarm
# Where the name says already what it is: "my timer".
bell-named = the { $label }
alarm-of-clock = the { $clock } alarm
# $length: "ten minute", made of the messages "length-before-...".
timer-of-length = the { $length } timer
timer-of-length-short = the { $length } one

# $often: "every weekday"; $at_clock: "at 7 AM"; $day: "Friday", the first of them.
alarm-from-day = { $often } { $at_clock }, from { $day } on

# Lengths: $lengths are one or several of "counted-day" and so on.
length-and-length = { $lengths } and { $length }
length-about = about { $length }

# The same before "timer".
length-before-second = { $count ->
    [one] { $number } second
   *[other] { $number } second
}
length-before-minute = { $count ->
    [one] { $number } minute
   *[other] { $number } minute
}
length-before-hour = { $count ->
    [one] { $number } hour
   *[other] { $number } hour
}
length-before-day = { $count ->
    [one] { $number } day
   *[other] { $number } day
}
