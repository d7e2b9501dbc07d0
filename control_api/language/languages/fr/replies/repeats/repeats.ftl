# How often a task comes again: "un mardi sur deux", "le 1er de chaque mois".
#
# $interval is 1 for every day (week, month, year), 2 for every other, and so on; $number is the
# same in words, where it is small. $weekday, $weekdays and $month are the language's names as they
# are written, $weekdays one or several.

repeat-own-rule = selon sa propre règle

repeat-every-day = { $interval ->
    [1] tous les jours
    [2] un jour sur deux
   *[other] tous les { $number } jours
}
repeat-every-week = { $interval ->
    [1] toutes les semaines
    [2] une semaine sur deux
   *[other] toutes les { $number } semaines
}
repeat-every-month = { $interval ->
    [1] tous les mois
    [2] un mois sur deux
   *[other] tous les { $number } mois
}
repeat-every-year = { $interval ->
    [1] tous les ans
    [2] un an sur deux
   *[other] tous les { $number } ans
}

# Monday to Friday.
repeat-workdays = du lundi au vendredi
repeat-all-but-weekdays = tous les jours sauf { $weekdays }
repeat-weekdays = { $interval ->
    [1] chaque { $weekdays }
    [2] un { $weekdays } sur deux
   *[other] toutes les { $number } semaines, { $weekdays }
}
# Of several weekdays.
repeat-weeks-on = { $interval ->
    [1] chaque semaine, { $weekdays }
    [2] une semaine sur deux, { $weekdays }
   *[other] toutes les { $number } semaines, { $weekdays }
}

# $days: one of the pieces below.
repeat-monthly-on = { $interval ->
    [1] le { $days } de chaque mois
    [2] le { $days }, un mois sur deux
   *[other] le { $days }, tous les { $number } mois
}
repeat-yearly-on = { $interval ->
    [1] chaque année, le { $days } du mois de { $month }
    [2] un an sur deux, le { $days } du mois de { $month }
   *[other] tous les { $number } ans, le { $days } du mois de { $month }
}
repeat-yearly-date = { $interval ->
    [1] chaque année, le { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
    [2] un an sur deux, le { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
   *[other] tous les { $number } ans, le { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
}

# $often: any of the above.
repeat-in-months = { $often }, en { $months }
repeat-except-months = { $often }, sauf en { $months }
repeat-counted-when-done = { $often }, une fois que c'est fait
repeat-times = { $count ->
    [1] { $often }, une fois
   *[other] { $often }, { $number } fois
}
repeat-until = { $often }, jusqu'au { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }

repeat-after-done-day = { $interval ->
    [1] un jour après que c'est fait
   *[other] { $number } jours après que c'est fait
}
repeat-after-done-week = { $interval ->
    [1] une semaine après que c'est fait
   *[other] { $number } semaines après que c'est fait
}
repeat-after-done-month = { $interval ->
    [1] un mois après que c'est fait
   *[other] { $number } mois après que c'est fait
}
repeat-after-done-year = { $interval ->
    [1] un an après que c'est fait
   *[other] { $number } ans après que c'est fait
}
