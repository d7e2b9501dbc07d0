# Questions back and answers about timers and alarms of which it is not clear what is meant.

bells-none-ring = No suena nada.

bell-none-called-timer = No hay ningún temporizador de { $name }. Hay { $names }. ¿Cuál quieres decir?
bell-none-called-alarm = No hay ninguna alarma de { $name }. Hay { $names }. ¿Cuál quieres decir?
bell-which = ¿Cuál quieres decir: { $names }?
bell-which-of-a-name = Hay varios: { $name } está { $count } veces. ¿Cancelo todos?
bell-that-rings = la que suena { $rings }
bells-and = { $names } y { $last }
bells-or = { $names } o { $last }

timer-how-long = ¿De cuánto tiempo? Di: pon un temporizador de diez minutos.
timer-how-long-bare = ¿De cuánto tiempo? Di: temporizador de diez minutos.
timer-how-long-named = ¿De cuánto tiempo? Di: temporizador de diez minutos para { $name }.
timer-out-of-range = Un temporizador va de un segundo a una semana. ¿De cuánto tiempo lo quieres?

alarm-when = ¿A qué hora tiene que sonar la alarma? Di: despiértame a las siete.
alarm-what-time = ¿A qué hora tiene que sonar la alarma?
alarm-what-time-then = ¿A qué hora tiene que sonar la alarma { $days }?
alarm-over = { $time } ya ha pasado. ¿Cuándo tiene que sonar la alarma?
alarm-several-days = Si es para varios días, la alarma se repite. Dilo así: cada lunes y martes a las siete.
