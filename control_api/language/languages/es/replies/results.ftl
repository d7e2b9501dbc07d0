# What was made of tasks.

results-more = Y { $more } más.

created = Añadido: { $title }.
created-details = Añadido: { $title }, { $details }.
created-in = Añadido a { $project }: { $title }.
created-in-details = Añadido a { $project }: { $title }, { $details }.
created-due = { $title }, { $due }.
created-due-details = { $title }, { $due }, { $details }.

created-with-in = en { $project }
created-with-priority = { $priority ->
    [urgent] prioridad urgente
    [high] prioridad alta
    [medium] prioridad media
   *[low] prioridad baja
}
created-with-tags = con la etiqueta { $tags }
created-with-people = para { $people }
created-with-part = parte de { $whole }
created-with-deadline = fecha límite { $deadline }
created-with-takes = lleva { $length }
created-with-reminder = aviso { $when }
created-with-note = con una nota

created-several = Añadido: { $titles }.
created-several-in = Añadido a { $project }: { $titles }.
created-several-due = Añadido: { $titles }, { $due }.
created-several-in-due = Añadido a { $project }: { $titles }, { $due }.

updated-title = { $before } se llama ahora { $title }.
updated-due = { $title } pasa para { $due }.
updated-no-date = { $title } ya no tiene fecha.
updated-project = { $title } pasa a { $project }.
updated-no-project = { $title } ya no está en ninguna lista.
updated = Cambiado: { $title }.
updated-so-already = Ya estaba así: { $title }.
updated-so-already-due = Ya estaba así: { $title }, { $due }.

status-complete = Hecho: { $title }.
status-cancel = Cancelado: { $title }.
status-start = Empezado: { $title }.
status-reopen = { $title } vuelve a estar pendiente.
status-delete = Borrado: { $title }.
status-restore = { $title } está de vuelta.
status-on-hold = { $title } está en espera: vuelve a estar por hacer.
status-snoozed = Te volveré a avisar de { $title } { $when }.
