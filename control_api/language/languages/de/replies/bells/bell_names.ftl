# Wie Timer, Wecker, ihre Zeiten und Längen heißen.

timer-named = der Timer „{ $label }“
alarm-named = der Wecker „{ $label }“
bell-named = „{ $label }“
alarm-of-clock = der Wecker für { $clock }
timer-of-length = der Timer von { $length }
timer-of-length-short = der von { $length }

alarm-from-day = { $often } { $at_clock }, ab { $day }

length-and-length = { $lengths } und { $length }
length-about = etwa { $length }

length-before-second = { $count ->
    [one] einer Sekunde
   *[other] { $number } Sekunden
}
length-before-minute = { $count ->
    [one] einer Minute
   *[other] { $number } Minuten
}
length-before-hour = { $count ->
    [one] einer Stunde
   *[other] { $number } Stunden
}
length-before-day = { $count ->
    [one] einem Tag
   *[other] { $number } Tagen
}
