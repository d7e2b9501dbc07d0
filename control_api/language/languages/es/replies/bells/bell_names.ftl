# How timers, alarms, their times and lengths are called.

timer-named = el temporizador de { $label }
alarm-named = la alarma de { $label }
bell-named = { $label }
alarm-of-clock = la alarma de { $clock }
timer-of-length = el temporizador de { $length }
timer-of-length-short = el de { $length }

alarm-from-day = { $often } { $at_clock }, desde { $day }

length-and-length = { $lengths } y { $length }
length-about = unos { $length }

length-before-second = { counted-second }
length-before-minute = { counted-minute }
length-before-hour = { counted-hour }
length-before-day = { counted-day }
