# What was done to lists, tags, people, saved filters and comments, and to all at once.

thing-back = { $thing } está de vuelta.
thing-back-task = Está de vuelta.
thing-active = { $thing } vuelve a estar en uso.
thing-added = He añadido { $thing }.
thing-deleted = He borrado { $thing }.
thing-archived = He archivado { $thing }.
thing-changed = He cambiado { $thing }.
thing-renamed = Cambio de nombre: { $thing } ahora es { $name }.
thing-so-already = Ya estaba así: { $thing }.

purged = He borrado para siempre { $things }.
purged-nothing = La papelera ya está vacía.

task-freed = Ya puedes { $title }.

imported = Importado: { $counts }.
imported-nothing = No ha cambiado nada en tus tareas.
imported-new = { $tasks } de más
imported-changed = { $tasks } con cambios
imported-restored = { $tasks } de vuelta
import-undone = { $count ->
    [one] se ha retirado la importación de una tarea.
   *[other] se ha retirado la importación de { $number } tareas.
}
