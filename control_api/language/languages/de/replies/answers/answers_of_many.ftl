# Antworten auf Fragen zu mehreren Aufgaben.

work-then = { $count ->
    [one] { $tasks } ist { $days } fällig
   *[other] { $tasks } sind { $days } fällig
}
work-open = Du hast { $tasks }
work-of-unknown-length = { $count ->
    [one] { $due }. Wie lange sie dauert, steht nicht da.
   *[other] { $due }. Wie lange sie dauern, steht nicht da.
}
work-in-all = { $due }: zusammen { $length }.
work-in-part = { $count ->
    [1] { $due }: { $length } für { $known } davon; bei einer steht nicht, wie lange sie dauert.
   *[other] { $due }: { $length } für { $known } davon; bei { $number } steht nicht, wie lange sie dauern.
}

buy-none = Du musst nichts kaufen.
buy-things = Du brauchst { $things }: { $names }.

priority = { $priority ->
    [low] niedrige Priorität
    [medium] mittlere Priorität
    [high] hohe Priorität
   *[other] höchste Priorität
}
important-none = Keine deiner Aufgaben hat eine Priorität.
important-first-urgent = Am wichtigsten ist { $task }: Das ist dringend.
important-first = Am wichtigsten ist { $task }: Das hat { $priority }.
important-due = { $title }, { $due }
priority-none = Nichts hat { $priority }.
priority-tasks = { $count ->
    [one] { $tasks } hat { $priority }: { $names }.
   *[other] { $tasks } haben { $priority }: { $names }.
}
urgent-none = Nichts ist dringend.
urgent-none-but = Nichts ist dringend, aber { $less }
urgent-tasks = { $count ->
    [one] { $tasks } ist dringend: { $names }.
   *[other] { $tasks } sind dringend: { $names }.
}

undated-none = Alle deine Aufgaben haben ein Datum.
undated-tasks = { $count ->
    [one] { $tasks } hat kein Datum: { $names }.
   *[other] { $tasks } haben kein Datum: { $names }.
}

blocked-none = Keine Aufgabe wartet auf eine andere.
blocked-tasks = { $count ->
    [one] { $tasks } wartet auf eine andere: { $names }.
   *[other] { $tasks } warten auf andere: { $names }.
}
waiting-it = das
waiting-for-nothing = { $name } wartet auf nichts.
waiting-for = { $name } wartet auf { $names }.

tagged-none = Nichts hat das Schlagwort { $tag }.
tagged-tasks = { $count ->
    [one] { $tasks } hat das Schlagwort { $tag }: { $names }.
   *[other] { $tasks } haben das Schlagwort { $tag }: { $names }.
}

person-none = { $person } hat keine offenen Aufgaben.
person-none-then = Für { $person } ist { $days } nichts fällig.
person-tasks = { $person } hat { $tasks }: { $names }.
person-tasks-then = { $person } hat { $days } { $tasks }: { $names }.

next-none-dated = Nichts hat ein Datum. Ganz oben auf deiner Liste steht { $task }.
next-task = Als Nächstes kommt { $title }, { $due }.

added-none = Du hast noch nichts hinzugefügt.
added-none-then = Du hast { $days } nichts hinzugefügt.
added-last = Zuletzt hast du hinzugefügt: { $names }.
added-then = Du hast { $days } { $tasks } hinzugefügt: { $names }.
finished-none = Du hast noch nichts erledigt.
finished-none-then = Du hast { $days } nichts erledigt.
finished-last = Zuletzt hast du erledigt: { $names }.
finished-then = Du hast { $days } { $tasks } erledigt: { $names }.
