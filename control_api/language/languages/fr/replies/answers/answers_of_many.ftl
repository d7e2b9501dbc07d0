# Answers to questions about several tasks.
#
# $tasks: "deux tâches"; $count: how many they are. $names: the first few. $days: the time that was
# asked about, "cette semaine", "vendredi".

# How much work there is. $due: one of the first two. $length: "deux heures".
work-then = Tu as { $tasks } { $days }
work-open = Tu as { $tasks }
work-of-unknown-length = { $count ->
    [one] { $due }. Rien ne dit combien de temps elle prend.
   *[other] { $due }. Rien ne dit combien de temps elles prennent.
}
work-in-all = { $due } : { $length } en tout.
# $known: the number of those that take $length together, in words; $count, $number: of the others.
work-in-part = { $count ->
    [1] { $due } : { $length } pour { $known } d'entre elles ; pour une autre, la durée n'est pas connue.
   *[other] { $due } : { $length } pour { $known } d'entre elles ; pour { $number } autres, la durée n'est pas connue.
}

# What to buy. $things: "deux choses".
buy-none = Tu n'as rien à acheter.
buy-things = Il te faut { $things } : { $names }.

# What is important. $priority: "priorité haute", as the first message says it.
priority = { $priority ->
    [low] une priorité basse
    [medium] une priorité moyenne
    [high] une priorité haute
   *[other] une priorité urgente
}
important-none = Aucune de tes tâches n'a de priorité.
important-first-urgent = Le plus important : { $task }. C'est urgent.
important-first = Le plus important : { $task }, avec { $priority }.
important-due = { $title }, { $due }
priority-none = Rien n'a { $priority }.
priority-tasks = { $count ->
    [one] { $tasks } a { $priority } : { $names }.
   *[other] { $tasks } ont { $priority } : { $names }.
}
urgent-none = Rien n'est urgent.
# $less: "deux tâches ont une priorité haute : ...".
urgent-none-but = Rien n'est urgent, mais { $less }
urgent-tasks = { $count ->
    [one] { $tasks } est urgente : { $names }.
   *[other] { $tasks } sont urgentes : { $names }.
}

# What waits for something. $name: a task.
undated-none = Toutes tes tâches ont une date.
undated-tasks = { $count ->
    [one] { $tasks } n'a pas de date : { $names }.
   *[other] { $tasks } n'ont pas de date : { $names }.
}

blocked-none = Aucune tâche n'en attend une autre.
blocked-tasks = { $count ->
    [one] { $tasks } en attend une autre : { $names }.
   *[other] { $tasks } en attendent d'autres : { $names }.
}
waiting-it = cette tâche
waiting-for-nothing = { $name } n'attend rien.
waiting-for = { $name } attend { $names }.

tagged-none = Rien n'a l'étiquette { $tag }.
tagged-tasks = { $count ->
    [one] { $tasks } a l'étiquette { $tag } : { $names }.
   *[other] { $tasks } ont l'étiquette { $tag } : { $names }.
}

person-none = { $person } n'a aucune tâche ouverte.
person-none-then = { $person } n'a rien de prévu { $days }.
person-tasks = { $person } a { $tasks } : { $names }.
person-tasks-then = { $person } a { $tasks } { $days } : { $names }.

# What is next. $task: with its time; $due: "vendredi à 15 h".
next-none-dated = Rien n'a de date. En premier sur ta liste : { $task }.
next-task = Ensuite : { $title }, { $due }.

added-none = Tu n'as encore rien ajouté.
added-none-then = Tu n'as rien ajouté { $days }.
added-last = Tu as ajouté en dernier : { $names }.
added-then = Tu as ajouté { $tasks } { $days } : { $names }.
finished-none = Tu n'as encore rien terminé.
finished-none-then = Tu n'as rien terminé { $days }.
finished-last = Tu as terminé en dernier : { $names }.
finished-then = Tu as terminé { $tasks } { $days } : { $names }.
