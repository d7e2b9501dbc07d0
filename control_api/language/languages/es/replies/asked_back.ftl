# What is asked back about tasks and lists before something is done.

which-task = ¿Qué tarea quieres decir?
which-task-by-name = ¿Qué tarea quieres decir? Dime su nombre.
which-one = ¿Cuál quieres decir: { $names } o { $last }?
choice-then = { $title } { $when }
choice-undated = { $title } sin fecha
one-of-more = una de { $count } más

task-when = ¿Para cuándo quieres { $title }?
no-date-to-shift = { $title } todavía no tiene fecha. ¿Para cuándo la quieres?
no-time-to-shift = { $title } todavía no tiene hora. ¿A qué hora la quieres?
call-it-what = ¿Cómo se va a llamar?
call-task-what = ¿Cómo se va a llamar { $title }?
call-task-what-now = ¿Cómo se llama ahora { $title }?

add-what = ¿Qué añado?
remind-of-what = ¿Qué te recuerdo?
which-day = ¿Qué día quieres decir?
which-list-to-hear = ¿Cuál quieres oír?

already-there = { $count ->
    [one] { $titles } ya está { $where }.
   *[other] { $titles } ya están { $where }.
}
already-there-then = { $count ->
    [one] { $titles }, { $when }, ya está { $where }.
   *[other] { $titles }, { $when }, ya están { $where }.
}
there-on-your-list = en tu lista
there-on-list = en tu lista de { $list }
add-again = { $count ->
    [one] ¿La añado otra vez?
   *[other] ¿Las añado otra vez?
}

unheard-end-of-delete = No he oído el final, así que no he borrado nada. Dilo otra vez, por favor.
unheard-end-of-cancel = No he oído el final, así que no he cancelado nada. Dilo otra vez, por favor.
delete-and-undo = No puedo borrar y deshacer de una vez. Dilo por separado.
delete-when-sure = Solo cuando estés seguro. Entonces di: borra { $title }.
cancel-when-sure = Solo cuando estés seguro. Entonces di: cancela { $title }.
done-or-delete = ¿Está hecho? Di: he terminado con { $title }. O: borra la tarea de { $title }.

which-ones-to-finish = ¿Cuáles? Di: marca { $title } como hecho. O: marca todo lo de mi lista de la compra como hecho.
which-ones-to-delete = ¿Cuáles? Di: borra { $title }. O: borra todo de mi lista de la compra.
example-title = comprar leche

repeat-not-read = No he entendido cada cuánto. Dilo así: recuérdame { $errand } { $often }.
repeat-too-often = Una tarea viene como mucho una vez al día. Dilo así: recuérdame { $errand } { $often }.
errand-to-do = { $title }
errand-about = { $title }
errand-example = regar las plantas
example-repeat = cada día a las nueve
example-repeat-on = cada { $weekday }
