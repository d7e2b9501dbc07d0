# Days and times of day, as pieces of sentences.
#
# A day comes in two shapes: "day-..." is its name, as it stands alone ("vendredi 4 décembre"); "on-day-..."
# tells when something is ("le vendredi 4 décembre").
# $weekday and $month are the names of the language as they are written, $day is a number.

day-yesterday = hier
day-today = aujourd'hui
day-tomorrow = demain
# In the next six days.
day-soon = { $weekday }
# In the six days before yesterday.
day-last = { $weekday } dernier
day-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
day-date-and-year = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }

on-day-yesterday = hier
on-day-today = aujourd'hui
on-day-tomorrow = demain
on-day-soon = { $weekday }
on-day-last = { $weekday } dernier
on-day-date = le { day-date }
on-day-date-and-year = le { day-date-and-year }

# A time of day. $hour is 0 to 23; $minute is a number, $minutes its two digits: "05".
clock = { $minute ->
    [0] { $hour ->
        [0] minuit
        [12] midi
       *[other] { $hour } h
    }
   *[other] { $hour } h { $minutes }
}
at-clock = à { clock }

# A day and a time of it, in both shapes. $day is "day-...", $on_day is "on-day-...", $at_clock is
# "at-clock".
moment = { $day } { $at_clock }
on-moment = { $on_day } { $at_clock }

# Stretches of days, as they tell when something is. $day, $first and $last are "day-...".
by-day = d'ici { $day }
from-day-on = dès { $day }
from-day-to-day = entre { $first } et { $last }
week-last = la semaine dernière
week-this = cette semaine
week-next = la semaine prochaine
weekend-this = ce week-end
month-this = ce mois-ci
month-named = en { $month }
