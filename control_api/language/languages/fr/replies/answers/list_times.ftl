# The times that tasks were asked about.

# A day after "Tu as deux tâches", beside "on-day-..." (dates.ftl): "Tu as deux tâches vendredi".
for-day-yesterday = hier
for-day-today = aujourd'hui
for-day-tomorrow = demain
for-day-soon = { $weekday }
for-day-last = { $weekday } dernier
for-day-date = le { day-date }
for-day-date-and-year = le { day-date-and-year }

# A part of a day. $days: "vendredi", "demain", "cette semaine".
days-part-today = { $part ->
    [morning] ce matin
    [lunch] ce midi
    [afternoon] cet après-midi
    [evening] ce soir
    [tonight] ce soir
   *[night] cette nuit
}
days-part = { $part ->
    [morning] { $days } matin
    [lunch] { $days } à midi
    [afternoon] { $days } après-midi
    [evening] { $days } soir
    [tonight] { $days } soir
   *[night] { $days } dans la nuit
}

# What of a day is left, after "c'est prévu" and after "Tu as deux tâches".
days-later = plus tard { $days }
days-for-later = plus tard { $days }

# Times of day: "15 h".
days-from-clock = { $days } à partir de { $clock }
days-before-clock = { $days } avant { $clock }
days-around-clock = { $days } vers { $clock }
days-between-clocks = { $days } entre { $first } et { $last }
