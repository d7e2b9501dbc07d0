# Answers to questions about several tasks.

work-then = { $count ->
    [one] { $tasks } es para { $days }
   *[other] { $tasks } son para { $days }
}
work-open = Tienes { $tasks }
work-of-unknown-length = { $count ->
    [one] { $due }. No pone cuánto lleva.
   *[other] { $due }. Ninguna dice cuánto lleva.
}
work-in-all = { $due }: en total { $length }.
work-in-part = { $count ->
    [1] { $due }: { $length } para { $known } de ellas; de una no pone cuánto lleva.
   *[other] { $due }: { $length } para { $known } de ellas; de { $number } no pone cuánto llevan.
}

buy-none = No tienes nada que comprar.
buy-things = Necesitas { $things }: { $names }.

priority = { $priority ->
    [low] prioridad baja
    [medium] prioridad media
    [high] prioridad alta
   *[other] prioridad urgente
}
important-none = Ninguna de tus tareas tiene prioridad.
important-first-urgent = Lo más importante es { $task }: es urgente.
important-first = Lo más importante es { $task }: tiene { $priority }.
important-due = { $title }, { $due }
priority-none = Nada tiene { $priority }.
priority-tasks = { $count ->
    [one] { $tasks } tiene { $priority }: { $names }.
   *[other] { $tasks } tienen { $priority }: { $names }.
}
urgent-none = No hay nada urgente.
urgent-none-but = No hay nada urgente, pero { $less }
urgent-tasks = { $count ->
    [one] { $tasks } es urgente: { $names }.
   *[other] { $tasks } son urgentes: { $names }.
}

undated-none = Todas tus tareas tienen fecha.
undated-tasks = { $count ->
    [one] { $tasks } no tiene fecha: { $names }.
   *[other] { $tasks } no tienen fecha: { $names }.
}

blocked-none = Ninguna tarea espera a otra.
blocked-tasks = { $count ->
    [one] { $tasks } espera a otra: { $names }.
   *[other] { $tasks } esperan a otras: { $names }.
}
waiting-it = eso
waiting-for-nothing = { $name } no espera a nada.
waiting-for = { $name } espera a { $names }.

tagged-none = Nada tiene la etiqueta { $tag }.
tagged-tasks = { $count ->
    [one] { $tasks } tiene la etiqueta { $tag }: { $names }.
   *[other] { $tasks } tienen la etiqueta { $tag }: { $names }.
}

person-none = { $person } no tiene tareas pendientes.
person-none-then = { $person } no tiene nada { $days }.
person-tasks = { $person } tiene { $tasks }: { $names }.
person-tasks-then = { $person } tiene { $tasks } { $days }: { $names }.

next-none-dated = Nada tiene fecha. Lo primero de tu lista es { $task }.
next-task = Lo siguiente es { $title }, { $due }.

added-none = Todavía no has añadido nada.
added-none-then = No añadiste nada { $days }.
added-last = Lo último que añadiste: { $names }.
added-then = Añadiste { $tasks } { $days }: { $names }.
finished-none = Todavía no has terminado nada.
finished-none-then = No terminaste nada { $days }.
finished-last = Lo último que terminaste: { $names }.
finished-then = Terminaste { $tasks } { $days }: { $names }.
