# Which tasks there are.

item-due = { $title } { $on_due }
item-at-clock = { $title } { $at_clock }
item-on-list = { $task }, { $on_list }

tasks-in = { $tasks } en { $project }
tasks-about = { $tasks } sobre { $search }
list-tasks = Tienes { $tasks }: { $names }.
list-tasks-then = Tienes { $tasks } { $for_days }: { $names }.
list-overdue = { $count ->
    [one] Hay { $tasks } con retraso: { $names }.
   *[other] Hay { $tasks } con retraso: { $names }.
}
list-one = { $task }.
list-further = Luego { $names }.
list-further-none = Eso era todo.

list-none = No tienes tareas pendientes.
list-none-then = No hay nada { $days }.
list-none-overdue = No hay nada con retraso.
list-none-about = No he encontrado ninguna tarea pendiente sobre { $search }.
list-none-in = No hay nada en { $project }.
list-none-in-then = No hay nada { $days } en { $project }.
