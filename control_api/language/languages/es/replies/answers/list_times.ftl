# The times that tasks were asked about.

for-day-yesterday = ayer
for-day-today = para hoy
for-day-tomorrow = para mañana
for-day-soon = para el { $weekday }
for-day-last = el { $weekday } pasado
for-day-date = para el { $weekday } { $day } de { $month }
for-day-date-and-year = para el { $weekday } { $day } de { $month } de { $year }

days-part-today = { $part ->
    [morning] esta mañana
    [lunch] este mediodía
    [afternoon] esta tarde
    [evening] esta tarde
    [tonight] esta noche
   *[night] esta noche
}
days-part = { $part ->
    [morning] { $days } por la mañana
    [lunch] { $days } a mediodía
    [afternoon] { $days } por la tarde
    [evening] { $days } por la tarde
    [tonight] { $days } por la noche
   *[night] { $days } por la noche
}

days-later = más tarde { $days }
days-for-later = más tarde { $days }

days-from-clock = { $days } desde { $clock }
days-before-clock = { $days } antes de { $clock }
days-around-clock = { $days } hacia { $clock }
days-between-clocks = { $days } entre { $first } y { $last }
