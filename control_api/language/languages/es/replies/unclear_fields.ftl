# Questions back and refusals about one task: whose it is, its dates, tags, notes, parts and place.

task-none-like = No veo ninguna tarea pendiente como { $name }. ¿Qué tarea quieres decir?

assigned-not-to = { $task } no está asignada a { $people }.
assign-whom = ¿Para quién es { $title }? Dime un nombre.
person-which = ¿A quién te refieres: { $names } o { $last }?
person-which-or-else = ¿A quién te refieres: { $names } u otra persona?

start-none = { $task } no tiene fecha de inicio.
deadline-none = { $task } no tiene fecha límite.
deadline-unsaid = ¿Cuál es la fecha límite de { $title }?
time-unsaid = ¿Cuándo es { $title }? Di un día y una hora.
length-unknown = No sé cuánto tiempo lleva { $task }.
waits-for-nothing = { $task } no espera a nada.

note-unsaid = ¿Qué pongo en la nota de { $title }?
comment-unsaid = ¿Qué pongo en el comentario de { $title }?
notes-none = { $task } no tiene notas.
tag-unsaid = ¿Qué etiqueta le pongo a { $title }?

priority-unsaid = ¿Qué prioridad le pongo a { $title }: urgente, alta, media o baja?
priority-highest = { $task } ya es urgente.
priority-lowest = { $task } ya tiene prioridad baja.

part-unsaid = ¿Qué añado como parte de { $title }?
part-of-none = { $task } no es parte de otra tarea.

not-on-one-list = { $task } y { $title } no están en la misma lista.
too-many-to-sort = Hay demasiadas tareas en esa lista para ordenarla hablando.

remind-unsaid = ¿Cuándo te aviso de { $title }?
remind-again-unsaid = ¿Cuándo te vuelvo a avisar? Di una hora que no haya pasado.
remind-without-date = { $task } todavía no tiene fecha. ¿Cuándo te aviso?
remind-without-clock = { $task } todavía no tiene hora. ¿A qué hora te aviso?
remind-too-late = Ya es tarde para ese aviso de { $title }.
reminders-none = { $task } no tiene avisos propios.

not-started = { $task } no está empezada, así que ya está en espera. Para esconderla, di: oculta { $title } hasta el lunes.
task-is-open = { $task } está pendiente.
finished-none-like = No veo { $name } entre lo terminado últimamente.
reminder-at-due-only = { $task } no tiene avisos propios y solo avisa a su hora. ¿Le quito la hora?
