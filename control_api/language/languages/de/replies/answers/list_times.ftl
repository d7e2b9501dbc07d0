# Die Zeiten, nach denen gefragt wurde.

for-day-yesterday = gestern
for-day-today = heute
for-day-tomorrow = morgen
for-day-soon = am { $weekday }
for-day-last = letzten { $weekday }
for-day-date = am { $weekday }, den { $day }. { $month }
for-day-date-and-year = am { $weekday }, den { $day }. { $month } { $year }

days-part-today = { $part ->
    [morning] heute Vormittag
    [lunch] heute Mittag
    [afternoon] heute Nachmittag
    [evening] heute Abend
    [tonight] heute Abend
   *[night] heute Nacht
}
days-part = { $part ->
    [morning] { $days } vormittags
    [lunch] { $days } mittags
    [afternoon] { $days } nachmittags
    [evening] { $days } abends
    [tonight] { $days } abends
   *[night] { $days } nachts
}

days-later = { $days } noch
days-for-later = { $days } noch

days-from-clock = { $days } ab { $clock }
days-before-clock = { $days } vor { $clock }
days-around-clock = { $days } gegen { $clock }
days-between-clocks = { $days } zwischen { $first } und { $last }
