# What is said when something is not there, can't be, or was not understood.

all-right = De acuerdo.
not-heard = No te he entendido.
left-as-it-was = No lo he entendido, así que lo dejo como estaba.
too-long = Es demasiado largo para mí. Dilo en una frase o dos.
too-long-for-a-task = Es demasiado largo para una tarea. Dilo en una frase o dos.
too-much-in-it = No entiendo «{ $said }»: hay demasiado de una vez. Dilo más sencillo, con menos días y horas.
too-much-to-read = Ahora mismo tengo demasiado que leer. Prueba otra vez dentro de un momento.

clause-not-read = No he entendido «{ $said }», así que todavía no he cambiado nada. ¿Lo dices de otra manera?
clause-not-done = Se trata de «{ $said }». Todavía no he cambiado nada.

no-such-task = No veo ninguna tarea pendiente como { $name }. Pregúntame qué hay en tu lista.
no-such-task-but = No veo ninguna tarea pendiente como { $name }. La más parecida es { $title }.
task-not-open = Esa tarea ya no está pendiente. Dime por su nombre cuál quieres decir.
does-not-repeat = { $title } no se repite.

no-lists = Todavía no hay listas.
no-lists-to-name = Todavía no tienes listas. Di: añade leche a la lista de la compra.

your-tags = Tus etiquetas son { $names }.
no-tags = Todavía no tienes etiquetas.
known-people = Conozco a { $names }.
no-people = Todavía no conozco a nadie.
as-many-more = { $count } más

no-such-clock = No hay { $clock } en el reloj. ¿Qué hora es?
no-such-hour = No hay hora { $hour }. ¿Qué hora quieres decir?
no-such-month = No hay mes { $month }. ¿Qué día quieres decir?
no-such-day = El { $day } de { $month } no existe. ¿Qué día quieres decir?
no-such-day-in-year = El { $day } de { $month } de { $year } no existe. ¿Qué día quieres decir?
not-that-weekday = El { $day } de { $month } es { $weekday }. ¿Qué día quieres decir?

figures-or-title = ¿{ $said } es el día, o es parte del título? Di el mes por su nombre, o pon el título entre comillas.
hour-or-day = ¿Es a las { $number }, o el día { $number }?

when-exactly = ¿Cuándo exactamente? Di un día o una hora.
several-times = Has dicho varios momentos, y una tarea tiene uno. ¿Cuál es?
no-known-time = No entiendo cuándo es «{ $said }». Dilo de otra manera, o ponlo entre comillas.

time-is-over = Esa hora ya ha pasado. ¿Qué día y a qué hora quieres decir?
named-day-is-over = Ese día ya ha pasado. ¿Qué día quieres decir?
yesterday-is-over = Ayer ya ha pasado. ¿Qué día quieres decir?
