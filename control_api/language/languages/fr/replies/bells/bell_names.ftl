# How timers, alarms, their times and lengths are called.

timer-named = le minuteur { $label }
alarm-named = le réveil { $label }
# Where the name says already what it is: "mon minuteur".
bell-named = le { $label }
alarm-of-clock = le réveil de { $clock }
# $length: "dix minutes", made of the messages "length-before-...".
timer-of-length = le minuteur de { $length }
timer-of-length-short = celui de { $length }

# $often: "tous les jours"; $at_clock: "à 7 h"; $day: "vendredi", the first of them.
alarm-from-day = { $often } { $at_clock }, dès { $day }

# Lengths: $lengths are one or several of "counted-day" and so on.
length-and-length = { $lengths } et { $length }
length-about = environ { $length }

# The same after "minuteur de".
length-before-second = { counted-second }
length-before-minute = { counted-minute }
length-before-hour = { counted-hour }
length-before-day = { counted-day }
