# Wie oft eine Aufgabe wiederkommt: "jeden zweiten Dienstag", "am 1. jedes Monats".

repeat-own-rule = nach einer eigenen Regel

repeat-every-day = { $interval ->
    [1] jeden Tag
    [2] jeden zweiten Tag
   *[other] alle { $number } Tage
}
repeat-every-week = { $interval ->
    [1] jede Woche
    [2] alle zwei Wochen
   *[other] alle { $number } Wochen
}
repeat-every-month = { $interval ->
    [1] jeden Monat
    [2] alle zwei Monate
   *[other] alle { $number } Monate
}
repeat-every-year = { $interval ->
    [1] jedes Jahr
    [2] alle zwei Jahre
   *[other] alle { $number } Jahre
}

repeat-workdays = werktags
repeat-all-but-weekdays = jeden Tag außer { $weekdays }
repeat-weekdays = { $interval ->
    [1] jeden { $weekdays }
    [2] jeden zweiten { $weekdays }
   *[other] alle { $number } Wochen am { $weekdays }
}
repeat-weeks-on = { $interval ->
    [1] jede Woche am { $weekdays }
    [2] alle zwei Wochen am { $weekdays }
   *[other] alle { $number } Wochen am { $weekdays }
}

repeat-monthly-on = { $interval ->
    [1] am { $days } jedes Monats
    [2] alle zwei Monate am { $days }
   *[other] alle { $number } Monate am { $days }
}
repeat-yearly-on = { $interval ->
    [1] jedes Jahr am { $days } im { $month }
    [2] alle zwei Jahre am { $days } im { $month }
   *[other] alle { $number } Jahre am { $days } im { $month }
}
repeat-yearly-date = { $interval ->
    [1] jedes Jahr am { $day }. { $month }
    [2] alle zwei Jahre am { $day }. { $month }
   *[other] alle { $number } Jahre am { $day }. { $month }
}

repeat-in-months = { $often } im { $months }
repeat-except-months = { $often } außer im { $months }
repeat-counted-when-done = { $often }, gezählt ab der Erledigung
repeat-times = { $count ->
    [1] { $often }, einmal
   *[other] { $often }, { $number } Mal
}
repeat-until = { $often }, bis zum { $day }. { $month } { $year }

repeat-after-done-day = { $interval ->
    [1] einen Tag nach der Erledigung
   *[other] { $number } Tage nach der Erledigung
}
repeat-after-done-week = { $interval ->
    [1] eine Woche nach der Erledigung
   *[other] { $number } Wochen nach der Erledigung
}
repeat-after-done-month = { $interval ->
    [1] einen Monat nach der Erledigung
   *[other] { $number } Monate nach der Erledigung
}
repeat-after-done-year = { $interval ->
    [1] ein Jahr nach der Erledigung
   *[other] { $number } Jahre nach der Erledigung
}
