# Lists, and how many there are of something.

first-few = { $names } y { $more } más
name-after-name = { $names }, { $name }

counted-task = { $count ->
    [0] ninguna tarea
    [one] una tarea
   *[other] { $number } tareas
}
counted-thing = { $count ->
    [0] ninguna cosa
    [one] una cosa
   *[other] { $number } cosas
}
counted-change = { $count ->
    [0] ningún cambio
    [one] un cambio
   *[other] { $number } cambios
}
counted-second = { $count ->
    [one] un segundo
   *[other] { $number } segundos
}
counted-minute = { $count ->
    [one] un minuto
   *[other] { $number } minutos
}
counted-hour = { $count ->
    [one] una hora
   *[other] { $number } horas
}
counted-day = { $count ->
    [one] un día
   *[other] { $number } días
}
counted-week = { $count ->
    [one] una semana
   *[other] { $number } semanas
}
counted-timer = { $count ->
    [one] un temporizador
   *[other] { $number } temporizadores
}
counted-alarm = { $count ->
    [one] una alarma
   *[other] { $number } alarmas
}
clause-and-clause = { $clauses } y { $clause }
