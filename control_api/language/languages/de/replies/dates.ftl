# Tage und Uhrzeiten, als Teile von Sätzen.

day-yesterday = gestern
day-today = heute
day-tomorrow = morgen
day-soon = { $weekday }
day-last = letzten { $weekday }
day-date = { $weekday }, { $day }. { $month }
day-date-and-year = { $weekday }, { $day }. { $month } { $year }

on-day-yesterday = { day-yesterday }
on-day-today = { day-today }
on-day-tomorrow = { day-tomorrow }
on-day-soon = am { $weekday }
on-day-last = letzten { $weekday }
on-day-date = am { $weekday }, den { $day }. { $month }
on-day-date-and-year = am { $weekday }, den { $day }. { $month } { $year }

clock = { $minute ->
    [0] { $hour ->
        [0] Mitternacht
       *[other] { $hour } Uhr
    }
   *[other] { $hour }:{ $minutes } Uhr
}
at-clock = um { clock }

moment = { $day } { $at_clock }
on-moment = { $on_day } { $at_clock }

by-day = bis { $day }
from-day-on = ab { $day }
from-day-to-day = von { $first } bis { $last }
week-last = letzte Woche
week-this = diese Woche
week-next = nächste Woche
weekend-this = dieses Wochenende
month-this = diesen Monat
month-named = im { $month }
