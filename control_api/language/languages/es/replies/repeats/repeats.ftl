# How often a task comes again: "cada dos martes", "el día 1 de cada mes".

repeat-own-rule = según su propia regla

repeat-every-day = { $interval ->
    [1] todos los días
   *[other] cada { $number } días
}
repeat-every-week = { $interval ->
    [1] cada semana
   *[other] cada { $number } semanas
}
repeat-every-month = { $interval ->
    [1] cada mes
   *[other] cada { $number } meses
}
repeat-every-year = { $interval ->
    [1] cada año
   *[other] cada { $number } años
}

repeat-workdays = de lunes a viernes
repeat-all-but-weekdays = todos los días menos { $weekdays }
repeat-weekdays = { $interval ->
    [1] cada { $weekdays }
    [2] cada dos semanas el { $weekdays }
   *[other] cada { $number } semanas el { $weekdays }
}
repeat-weeks-on = { $interval ->
    [1] cada semana el { $weekdays }
    [2] cada dos semanas el { $weekdays }
   *[other] cada { $number } semanas el { $weekdays }
}

repeat-monthly-on = { $interval ->
    [1] el { $days } de cada mes
    [2] el { $days } cada dos meses
   *[other] el { $days } cada { $number } meses
}
repeat-yearly-on = { $interval ->
    [1] cada año el { $days } de { $month }
    [2] cada dos años el { $days } de { $month }
   *[other] cada { $number } años el { $days } de { $month }
}
repeat-yearly-date = { $interval ->
    [1] cada año el { $day } de { $month }
    [2] cada dos años el { $day } de { $month }
   *[other] cada { $number } años el { $day } de { $month }
}

repeat-in-months = { $often } en { $months }
repeat-except-months = { $often } menos en { $months }
repeat-counted-when-done = { $often }, contando desde que se hace
repeat-times = { $count ->
    [1] { $often }, una vez
   *[other] { $often }, { $number } veces
}
repeat-until = { $often }, hasta el { $day } de { $month } de { $year }

repeat-after-done-day = { $interval ->
    [1] un día después de hacerlo
   *[other] { $number } días después de hacerlo
}
repeat-after-done-week = { $interval ->
    [1] una semana después de hacerlo
   *[other] { $number } semanas después de hacerlo
}
repeat-after-done-month = { $interval ->
    [1] un mes después de hacerlo
   *[other] { $number } meses después de hacerlo
}
repeat-after-done-year = { $interval ->
    [1] un año después de hacerlo
   *[other] { $number } años después de hacerlo
}
