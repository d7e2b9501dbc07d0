# Questions back about repeats that are no rule, or not wholly understood.

repeat-hours = Una tarea viene como mucho una vez al día, pero puedo hacer dos: di recuérdame { $errand } todos los días a las nueve y a las cinco.
repeat-movable = Solo puedo repetirla por días, semanas, meses o una fecha. Dilo así: recuérdame { $errand } cada 1 de mayo.
repeat-how-often = ¿Cada cuánto es eso? Dilo así: recuérdame { $errand } todos los días a las nueve.

repeat-times-daily = Una tarea viene como mucho una vez al día. ¿A qué horas? Dilo así: recuérdame { $errand } todos los días a las nueve y a las cinco.
repeat-times-weekly = ¿Qué días? Dilo así: recuérdame { $errand } cada { $days }.
repeat-times-monthly = ¿Qué días? Dilo así: recuérdame { $errand } los días 1 y 15 de cada mes.
repeat-times-twice-a-year = ¿Qué días? Dilo así: recuérdame { $errand } cada seis meses.
repeat-times-yearly = ¿Qué días? Dilo así: recuérdame { $errand } cada tres meses.

repeat-understood = He entendido { $repeat }. ¿Cada cuánto tiene que ser?
repeat-understood-but = He entendido { $repeat }, pero no «{ $left }». ¿Cada cuánto tiene que ser?

repeat-too-many = De una frase hago como mucho { $most } tareas. Di menos horas.
repeat-never = Esa repetición no tendría ninguna fecha. ¿Desde cuándo y hasta cuándo?
