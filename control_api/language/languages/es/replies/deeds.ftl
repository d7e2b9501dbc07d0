# What was deleted, and what was done in a stretch of time.

deed-added = añadir { $names }
deed-finished = terminar { $names }
deed-cancelled = cancelar { $names }
deed-reopened = reabrir { $names }
deed-started = empezar { $names }
deed-moved = mover { $names }
deed-renamed = cambiar el nombre de { $names }
deed-changed = cambiar { $names }
deed-deleted = borrar { $names }
deed-restored = recuperar { $names }

deed-on-project = la lista { $name }
deed-on-tag = la etiqueta { $name }
deed-on-filter = el filtro { $name }
deed-on-comment = un comentario

deeds-mine = Esto has hecho: { $deeds }.
deeds-mine-then = { $days } has hecho esto: { $deeds }.
deeds-all = Esto se ha hecho: { $deeds }.
deeds-all-then = { $days } se ha hecho esto: { $deeds }.
deeds-none = Todavía no se ha cambiado nada.
deeds-none-then = No se cambió nada { $days }.
deeds-none-mine = Todavía no has cambiado nada.
deeds-none-mine-then = No cambiaste nada { $days }.

deeds-by = Esto ha hecho { $name }: { $deeds }.
deeds-by-then = { $days } { $name } ha hecho esto: { $deeds }.
deeds-none-by = { $name } todavía no ha cambiado nada.
deeds-none-by-then = { $name } no cambió nada { $days }.

trash-empty = La papelera está vacía.
trash-empty-then = No se borró nada { $days }.
trash-then = { $count ->
    [one] Borraste { $days }: { $names }.
   *[other] Borraste { $days }: { $names }.
}
trash-all = En la papelera hay { $things }: { $names }.
