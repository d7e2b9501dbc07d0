# What was changed of a task besides its title, date and list: how it is now. $title is its title.

field-priority-now = { $priority ->
    [urgent] { $title } tiene ahora prioridad urgente.
    [high] { $title } tiene ahora prioridad alta.
    [medium] { $title } tiene ahora prioridad media.
    [low] { $title } tiene ahora prioridad baja.
   *[none] { $title } ya no tiene prioridad.
}

field-tags-added = { $title } lleva ahora la etiqueta { $tags }.
field-tags-none = { $title } ya no tiene etiquetas.
field-tags-gone = { $count ->
    [one] { $title } ya no lleva la etiqueta { $tags }.
   *[other] { $title } ya no lleva las etiquetas { $tags }.
}
field-tags-made = { $count ->
    [one] Esa etiqueta es nueva.
   *[other] Esas etiquetas son nuevas.
}

field-people-none = { $title } ya no es para nadie en particular.
field-people-now = { $title } es para { $people }.
field-people-instead = { $title } es ahora para { $people }, y ya no para { $gone }.
field-people-made = He añadido a { $people } a tu gente.

field-notes-none = { $title } ya no tiene notas.
field-notes-written = Lo he escrito en las notas de { $title }.
field-notes-noted = Anotado en { $title }: { $note }.

field-part-of = { $title } es ahora parte de { $whole }.
field-part-of-another = { $title } es ahora parte de otra tarea.
field-part-of-none = { $title } es ahora una tarea propia.

field-waits-for = { $title } espera a { $others }.
field-waits-no-longer = { $title } ya no espera a { $others }.
field-waits-for-another = otra tarea
field-waits-for-gone = una tarea que ya no está

field-start-now = { $title } empieza { $start }.
field-start-none = { $title } ya no tiene fecha de inicio.
field-deadline-now = La fecha límite de { $title } es { $deadline }.
field-deadline-none = { $title } ya no tiene fecha límite.

field-length-now = { $title } lleva { $length }.
field-length-none = Ya no pone cuánto lleva { $title }.

field-reminder-new = Te avisaré de { $title } { $when }.
field-reminders-none = { $title } ya no tiene avisos propios.
field-reminder-at-due = a su hora
field-reminder-at-deadline = en la fecha límite
field-reminder-at-start = cuando empiece
field-reminder-before-due = { $length } antes
field-reminder-before-deadline = { $length } antes de la fecha límite
field-reminder-before-start = { $length } antes de que empiece

field-moved-up = He subido { $title }.
field-moved-down = He bajado { $title }.
