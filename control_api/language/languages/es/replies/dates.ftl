# Days and times of day, as pieces of sentences. See the English file for what each value is.
# Days have their article, "el viernes", so that they can follow "para" and "hasta".

day-yesterday = ayer
day-today = hoy
day-tomorrow = mañana
day-soon = el { $weekday }
day-last = el { $weekday } pasado
day-date = el { $weekday } { $day } de { $month }
day-date-and-year = el { $weekday } { $day } de { $month } de { $year }

on-day-yesterday = { day-yesterday }
on-day-today = { day-today }
on-day-tomorrow = { day-tomorrow }
on-day-soon = el { $weekday }
on-day-last = el { $weekday } pasado
on-day-date = el { $weekday } { $day } de { $month }
on-day-date-and-year = el { $weekday } { $day } de { $month } de { $year }

clock = { $hour ->
    [1] la 1:{ $minutes }
   *[other] las { $hour }:{ $minutes }
}
at-clock = a { clock }

moment = { $day } { $at_clock }
on-moment = { $on_day } { $at_clock }

by-day = hasta { $day }
from-day-on = desde { $day }
from-day-to-day = desde { $first } hasta { $last }
week-last = la semana pasada
week-this = esta semana
week-next = la semana que viene
weekend-this = este fin de semana
month-this = este mes
month-named = en { $month }
