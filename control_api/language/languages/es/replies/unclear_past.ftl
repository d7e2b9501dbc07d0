# Questions back and refusals about what was done and what was deleted.

undo-too-many = Como mucho deshago { $most } cosas de una vez.
redo-too-many = Como mucho rehago { $most } cosas de una vez.
undo-none-like = No encuentro nada que se hiciera últimamente con { $name }.
undo-which = ¿Qué deshago: { $deeds }?
undo-which-or = { $deeds } o { $deed }
undo-that-added = que añadí { $name }
undo-that-finished = que di por hecho { $name }
undo-that-cancelled = que cancelé { $name }
undo-that-reopened = que reabrí { $name }
undo-that-started = que empecé { $name }
undo-that-moved = que moví { $name }
undo-that-renamed = que cambié el nombre de { $name }
undo-that-changed = que cambié { $name }
undo-that-deleted = que borré { $name }
undo-that-restored = que recuperé { $name }
changes-by-name = No sé por nombre quién cambió qué. Pregunta: qué ha cambiado hoy, o: qué he cambiado hoy.
changes-no-member = { $name } no comparte este espacio.

trash-none-then = Entonces no se borró nada.
trash-none-like = No encuentro nada como { $name } en la papelera.
trash-last = Lo último borrado es { $name }.
trash-which-like = ¿Cuál quieres decir?
trash-which = ¿Cuál quieres decir: { $names }; o { $last }?
trash-one = { $name }, borrado { $day }
trash-not-for-good = Lo que se borra para siempre no vuelve, así que hazlo a mano, en la papelera. Para llevarlo allí, di: borra { $name }.
