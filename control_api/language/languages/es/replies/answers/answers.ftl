# Answers to questions about one task. What begins with a name gets its capital.

answer-yes = Sí, { $said }
answer-no = No, { $said }

answer-several = Sí, tienes { $tasks } así: { $names }.
answer-there = Sí: { $task }.
answer-elsewhere = No { $on_list }, pero tienes { $task }.
answer-no-such = No, no tienes ninguna tarea como { $name }.
answer-no-such-then = No, no tienes ninguna tarea como { $name } { $days }.
answer-none-due = No, no hay nada como { $name } { $days }.
answer-not-on-list = { $count ->
    [one] No, { $name } no está { $on_list }.
   *[other] No, { $name } no están { $on_list }.
}

answer-on-list = { $count ->
    [one] { $name } está { $on_list }.
   *[other] { $name } están { $on_list }.
}
answer-on-list-due = { $count ->
    [one] { $name } está { $on_list }, { $due }.
   *[other] { $name } están { $on_list }, { $due }.
}
answer-on-no-list = { $count ->
    [one] { $name } no está en ninguna lista.
   *[other] { $name } no están en ninguna lista.
}
answer-on-no-list-due = { $count ->
    [one] { $name } no está en ninguna lista: es { $due }.
   *[other] { $name } no están en ninguna lista: son { $due }.
}

answer-never-there = No encuentro ninguna tarea como { $name }, ni pendiente ni hecha.
answer-in-progress = { $count ->
    [one] No, { $name } está en curso.
   *[other] No, { $name } están en curso.
}
answer-in-progress-due = { $count ->
    [one] No, { $name } está en curso, para { $due }.
   *[other] No, { $name } están en curso, para { $due }.
}
answer-still-open = { $count ->
    [one] No, { $name } sigue pendiente.
   *[other] No, { $name } siguen pendientes.
}
answer-still-open-due = { $count ->
    [one] No, { $name } sigue pendiente, para { $due }.
   *[other] No, { $name } siguen pendientes, para { $due }.
}
answer-was-cancelled = No, { $name } se canceló.
answer-was-done = { $count ->
    [one] Sí, { $name } ya se hizo.
   *[other] Sí, { $name } ya se hicieron.
}
answer-was-done-then = { $count ->
    [one] Sí, { $name } se hizo { $day }.
   *[other] Sí, { $name } se hicieron { $day }.
}

answer-event = { $count ->
    [one] { $name } es { $due }.
   *[other] { $name } son { $due }.
}
answer-due = { $count ->
    [one] { $name } es para { $due }.
   *[other] { $name } son para { $due }.
}
answer-no-date = { $name } no tiene fecha.
answer-no-date-but-deadline = { $name } no tiene fecha, pero su fecha límite es { $deadline }.
answer-deadline = la fecha límite de { $name } es { $deadline }.
answer-no-deadline = { $name } no tiene ni fecha límite ni fecha.
answer-no-deadline-but-due = { $name } no tiene fecha límite, pero es para { $due }.
answer-repeats = { $name } se repite { $often }, la próxima vez { $due }.
answer-no-repeat = { $name } no se repite.
answer-no-repeat-but-due = { $name } no se repite, es para { $due }.
