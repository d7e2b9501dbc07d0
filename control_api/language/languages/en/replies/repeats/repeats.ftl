# How often a task comes again: "every other Tuesday", "on the first of every month".
#
# $interval is 1 for every day (week, month, year), 2 for every other, and so on; $number is the
# same in words, where it is small. $weekday, $weekdays and $month are the language's names as they
# are written, $weekdays one or several.

repeat-own-rule = by its own rule

repeat-every-day = { $interval ->
    [1] every day
    [2] every other day
   *[other] every { $number } days
}
repeat-every-week = { $interval ->
    [1] every week
    [2] every other week
   *[other] every { $number } weeks
}
repeat-every-month = { $interval ->
    [1] every month
    [2] every other month
   *[other] every { $number } months
}
repeat-every-year = { $interval ->
    [1] every year
    [2] every other year
   *[other] every { $number } years
}

# Monday to Friday.
repeat-workdays = every weekday
repeat-all-but-weekdays = every day except { $weekdays }
repeat-weekdays = { $interval ->
    [1] every { $weekdays }
    [2] every other { $weekdays }
   *[other] every { $number } weeks on { $weekdays }
}
# Of several weekdays.
repeat-weeks-on = { $interval ->
    [1] every week on { $weekdays }
    [2] every other week on { $weekdays }
   *[other] every { $number } weeks on { $weekdays }
}

# $days: one of the pieces below.
repeat-monthly-on = { $interval ->
    [1] on the { $days } of every month
    [2] on the { $days } of every other month
   *[other] on the { $days } of every { $number } months
}
repeat-yearly-on = { $interval ->
    [1] every year on the { $days } of { $month }
    [2] every other year on the { $days } of { $month }
   *[other] every { $number } years on the { $days } of { $month }
}
repeat-yearly-date = { $interval ->
    [1] every year on { $month } { $day }
    [2] every other year on { $month } { $day }
   *[other] every { $number } years on { $month } { $day }
}

# $often: any of the above.
repeat-in-months = { $often } in { $months }
repeat-except-months = { $often } except in { $months }
repeat-counted-when-done = { $often }, counted from when it's done
repeat-times = { $count ->
    [1] { $often }, once
   *[other] { $often }, { $number } times
}
repeat-until = { $often }, until { $month } { $day }, { $year }

repeat-after-done-day = { $interval ->
    [1] a day after it's done
   *[other] { $number } days after it's done
}
repeat-after-done-week = { $interval ->
    [1] a week after it's done
   *[other] { $number } weeks after it's done
}
repeat-after-done-month = { $interval ->
    [1] a month after it's done
   *[other] { $number } months after it's done
}
repeat-after-done-year = { $interval ->
    [1] a year after it's done
   *[other] { $number } years after it's done
}
