# Days and times of day, as pieces of sentences.
#
# A day comes in two shapes: "day-..." is its name, as it stands alone ("Friday") or in a sentence
# that says where it goes ("Moved it to Friday"); "on-day-..." tells when something is ("It is due
# on Friday"), and has whatever preposition the day takes.
# $weekday and $month are the names of the language as they are written, $day is a number.

day-yesterday = yesterday
day-today = today
day-tomorrow = tomorrow
# In the next six days.
day-soon = { $weekday }
# In the six days before yesterday.
day-last = last { $weekday }
day-date = { $weekday }, { $month } { $day }
day-date-and-year = { $weekday }, { $month } { $day }, { $year }

on-day-yesterday = { day-yesterday }
on-day-today = { day-today }
on-day-tomorrow = { day-tomorrow }
on-day-soon = on { $weekday }
on-day-last = last { $weekday }
on-day-date = on { $weekday }, { $month } { $day }
on-day-date-and-year = on { $weekday }, { $month } { $day }, { $year }

# A time of day. $hour is 0 to 23, $hour12 the same on a clock of twelve hours with $half "am" or
# "pm"; $minute is a number, $minutes its two digits: "05".
clock = { $minute ->
    [0] { $hour ->
        [0] midnight
        [12] noon
       *[other] { $half ->
            [am] { $hour12 } AM
           *[pm] { $hour12 } PM
        }
    }
   *[other] { $half ->
        [am] { $hour12 }:{ $minutes } AM
       *[pm] { $hour12 }:{ $minutes } PM
    }
}
at-clock = at { clock }

# A day and a time of it, in both shapes. $day is "day-...", $on_day is "on-day-...", $at_clock is
# "at-clock".
moment = { $day } { $at_clock }
on-moment = { $on_day } { $at_clock }

# Stretches of days, as they tell when something is. $day, $first and $last are "day-...".
by-day = by { $day }
from-day-on = from { $day } on
from-day-to-day = from { $first } to { $last }
week-last = last week
week-this = this week
week-next = next week
weekend-this = this weekend
month-this = this month
month-named = in { $month }
