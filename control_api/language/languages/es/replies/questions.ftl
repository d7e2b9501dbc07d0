# The question before something is done. Names of tasks and things stand in quotes.

question-ending = Di sí o no.

question-one-complete = ¿Doy por hecha { $name }?
question-one-cancel = ¿Cancelo { $name }?
question-one-reopen = ¿Reabro { $name }?
question-one-start = ¿Empiezo { $name }?
question-one-skip = ¿Salto esta vez { $name }?
question-one-delete = ¿Borro { $name }?
question-one-add = ¿Añado { $name }?
question-one-add-due = ¿Añado { $name } para { $due }?
question-one-change = ¿Cambio { $name }?
question-one-that = ¿Cambio eso?

question-deeds = ¿{ $deeds }?
question-rename = cambio el nombre de { $name } a { $title }
question-move = paso { $name } para { $due }
question-take-date = quito la fecha de { $name }
question-file = paso { $name } a { $list }
question-unfile = saco { $name } de su lista

question-many-complete = Eso daría por hechas { $things }: { $names }. ¿Lo hago?
question-many-cancel = Eso cancelaría { $things }: { $names }. ¿Lo hago?
question-many-reopen = Eso reabriría { $things }: { $names }. ¿Lo hago?
question-many-delete = Eso borraría { $things }: { $names }. ¿Lo hago?
question-many-add = Eso añadiría { $things }: { $names }. ¿Lo hago?
question-many-change = Eso cambiaría { $things }: { $names }. ¿Lo hago?
question-many-deeds = Eso cambiaría { $things }: { $deeds }. ¿Lo hago?
question-deed-complete = dar por hecha { $name }
question-deed-cancel = cancelar { $name }
question-deed-reopen = reabrir { $name }
question-deed-delete = borrar { $name }
question-deed-add = añadir { $name }
question-deed-change = cambiar { $name }

question-all-to-list = Eso pasaría { $tasks } a { $list }: { $names }. ¿Lo hago?
question-all-off-lists = Eso sacaría { $tasks } de sus listas: { $names }. ¿Lo hago?
question-all-to-day = Eso pasaría { $tasks } para { $due }: { $names }. ¿Lo hago?
question-all-off-dates = Eso dejaría sin fecha { $tasks }: { $names }. ¿Lo hago?
question-all-moved = Eso movería { $tasks }: { $names }. ¿Lo hago?

question-list-and-tasks = Eso borraría la lista { $list } y { $tasks }: { $names }. ¿Lo hago?
question-list-empty = ¿Borro la lista { $list }? No tiene tareas pendientes.
question-list-alone = { $count ->
    [one] ¿Borro la lista { $list }? Se queda { $tasks }, pero ya sin lista.
   *[other] ¿Borro la lista { $list }? Se quedan { $tasks }, pero ya sin lista.
}
question-tag = ¿Borro la etiqueta { $tag }? Eso se la quita a { $tasks }.
question-person = { $count ->
    [one] ¿Borro a { $name }? Entonces { $tasks } no es de nadie.
   *[other] ¿Borro a { $name }? Entonces { $tasks } no son de nadie.
}

comments-none = { $task } no tiene comentarios.
comments-are = { $count ->
    [one] El comentario de { $title }: { $said }
   *[other] { $number } comentarios de { $title }, el más reciente primero: { $said }
}

parts-none = { $task } no tiene subtareas pendientes.
parts-are = { $count ->
    [one] { $task } tiene una subtarea pendiente: { $named }.
   *[other] { $task } tiene { $number } subtareas pendientes: { $named }.
}
