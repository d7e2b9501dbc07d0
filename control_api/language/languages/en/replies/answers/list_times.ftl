# The times that tasks were asked about.

# A day after "You have two tasks", beside "on-day-..." (dates.ftl): "You have two tasks for Friday".
for-day-yesterday = yesterday
for-day-today = for today
for-day-tomorrow = for tomorrow
for-day-soon = for { $weekday }
for-day-last = last { $weekday }
for-day-date = for { $weekday }, { $month } { $day }
for-day-date-and-year = for { $weekday }, { $month } { $day }, { $year }

# A part of a day. $days: "on Friday", "for Friday", "tomorrow", "this week".
days-part-today = { $part ->
    [morning] this morning
    [lunch] this around lunch
    [afternoon] this afternoon
    [evening] this evening
    [tonight] this evening
   *[night] this night
}
days-part = { $part ->
    [morning] { $days } morning
    [lunch] { $days } around lunch
    [afternoon] { $days } afternoon
    [evening] { $days } evening
    [tonight] { $days } evening
   *[night] { $days } night
}

# What of a day is left, after "it is due" and after "You have two tasks".
days-later = later { $days }
days-for-later = for later { $days }

# Times of day: "3 PM".
days-from-clock = { $days } from { $clock } on
days-before-clock = { $days } before { $clock }
days-around-clock = { $days } around { $clock }
days-between-clocks = { $days } between { $first } and { $last }
