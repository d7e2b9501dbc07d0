# Questions back and refusals about lists, tags, people, filters, comments, and many tasks at once.

list-name-for = { $name } para { $purpose }
list-unnamed = ¿Cómo se va a llamar la lista? Di: crea una lista llamada camping.
list-undated = Una lista no tiene fecha. ¿Cómo se va a llamar?
list-is-archived = La lista { $name } está archivada. Di: recupera la lista { $name }.
list-not-archived = La lista { $name } está ahí: no está archivada.
list-there-already = Ya tienes una lista llamada { $name }. ¿Cómo se va a llamar la nueva?
list-none-called = No tienes ninguna lista llamada { $name }.
lists-known = { $count ->
    [one] Tu lista es { $names }.
   *[other] Tus listas son { $names }.
}
lists-none-known = Todavía no tienes listas.
lists-archived = { $count ->
    [one] La lista archivada es { $names }. ¿Cuál recupero?
   *[other] Las listas archivadas son { $names }. ¿Cuál recupero?
}
lists-none-archived = No hay listas archivadas.

tag-there-already = Ya tienes una etiqueta llamada { $name }. ¿Cómo se va a llamar la nueva?
tag-none-called = No tienes ninguna etiqueta llamada { $name }.

person-there-already = { $name } ya está entre tu gente. ¿Qué cambio?
person-none-called = No tienes a nadie que se llame { $name }.

filter-example = Di: guarda un filtro llamado trabajo urgente: p1 y #trabajo.
filter-unsaid = ¿Qué tiene que buscar el filtro?
filter-unread = No puedo leer { $query } como un filtro.
filter-none-called = No tienes ningún filtro llamado { $name }.
filters-known = { $count ->
    [one] Tu filtro es { $names }.
   *[other] Tus filtros son { $names }.
}

comment-none-such = No hay ningún comentario así.

tasks-too-many = Son { $tasks }. Como mucho cambio { $most } de una vez.
tasks-unmovable = Ninguna tiene una hora que pueda mover así.
tasks-none-then = Entonces no hay nada.
tasks-none-on-list = No hay nada en la lista { $name }.
tasks-none-with-tag = Ninguna tarea pendiente tiene la etiqueta { $name }.
tasks-unnamed = ¿Qué tareas quieres decir? Dime una por su nombre, o di: todo lo de mi lista de la compra.
