# Lists, and how many there are of something.

# The first few of several things, and how many there are besides.
first-few = { $more ->
    [un] { $names } et un de plus
   *[other] { $names } et { $more } de plus
}

# One name after another, with nothing before the last.
name-after-name = { $names }, { $name }

# Two clauses or more, the last behind the others.
clause-and-clause = { $clauses }, et { $clause }

# $number is $count in words, where it is small.
counted-task = { $count ->
    [1] une tâche
    [one] { $number } tâche
   *[other] { $number } tâches
}
counted-thing = { $count ->
    [1] une chose
    [one] { $number } chose
   *[other] { $number } choses
}
counted-change = { $count ->
    [1] une modification
    [one] { $number } modification
   *[other] { $number } modifications
}
counted-second = { $count ->
    [1] une seconde
    [one] { $number } seconde
   *[other] { $number } secondes
}
counted-minute = { $count ->
    [1] une minute
    [one] { $number } minute
   *[other] { $number } minutes
}
counted-hour = { $count ->
    [1] une heure
    [one] { $number } heure
   *[other] { $number } heures
}
counted-day = { $count ->
    [one] { $number } jour
   *[other] { $number } jours
}
counted-week = { $count ->
    [1] une semaine
    [one] { $number } semaine
   *[other] { $number } semaines
}
counted-timer = { $count ->
    [one] { $number } minuteur
   *[other] { $number } minuteurs
}
counted-alarm = { $count ->
    [one] { $number } réveil
   *[other] { $number } réveils
}
