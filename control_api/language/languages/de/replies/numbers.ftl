# Listen, und wie viele es von etwas gibt.

first-few = { $names } und { $more } weitere
name-after-name = { $names }, { $name }
clause-and-clause = { $clauses }, und { $clause }

counted-task = { $count ->
    [one] eine Aufgabe
   *[other] { $number } Aufgaben
}
counted-thing = { $count ->
    [one] eine Sache
   *[other] { $number } Sachen
}
counted-change = { $count ->
    [one] eine Änderung
   *[other] { $number } Änderungen
}
counted-second = { $count ->
    [one] eine Sekunde
   *[other] { $number } Sekunden
}
counted-minute = { $count ->
    [one] eine Minute
   *[other] { $number } Minuten
}
counted-hour = { $count ->
    [one] eine Stunde
   *[other] { $number } Stunden
}
counted-day = { $count ->
    [one] ein Tag
   *[other] { $number } Tage
}
counted-week = { $count ->
    [one] eine Woche
   *[other] { $number } Wochen
}
counted-timer = { $count ->
    [one] ein Timer
   *[other] { $number } Timer
}
counted-alarm = { $count ->
    [one] ein Wecker
   *[other] { $number } Wecker
}
