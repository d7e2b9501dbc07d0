# How things are by now, after something was undone or done again.

undone = Deshecho: { $said }
redone = Rehecho: { $said }
undone-as-it-was = Deshecho, pero todo está como estaba.
redone-as-it-was = Rehecho, pero todo está como estaba.
undone-nothing = No hay nada que deshacer.
redone-nothing = No hay nada que rehacer.
undone-clauses = { $clauses }.

undone-all-off = { $titles } ya no están en la lista.
undone-all-on-again = { $titles } vuelven a estar en la lista.

undone-off = { $title } ya no está en la lista
undone-on-again = { $title } vuelve a estar en la lista
undone-back = { $title } está de vuelta
undone-in-trash = { $title } vuelve a estar en la papelera
undone-to-before = { $title } está como antes
undone-changed-again = { $title } vuelve a estar con los cambios
undone-status = { $status ->
    [todo] { $title } vuelve a estar pendiente
    [in_progress] { $title } vuelve a estar en curso
    [completed] { $title } vuelve a estar como hecho
   *[cancelled] { $title } vuelve a estar como cancelado
}
undone-title = { $title } vuelve a llamarse { $before }
undone-due = { $title } vuelve a ser { $due }
undone-no-date = { $title } vuelve a estar sin fecha
undone-project = { $title } vuelve a estar en { $project }
undone-no-project = { $title } vuelve a estar sin lista

undone-thing-gone = { $thing } ya no existe
undone-thing-gone-again = { $thing } vuelve a no existir
undone-thing-back = { $thing } está de vuelta
undone-thing-changed = { $thing } vuelve a tener los cambios
undone-thing-to-before = { $thing } está como antes
undone-settings = hablo contigo como antes
