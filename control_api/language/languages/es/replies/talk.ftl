# Small talk, what Saydo is, can do and can't, and what time and day it is.

talk-thanks = De nada.
talk-greeting = Hola. ¿Qué quieres que te recuerde?
talk-goodbye = Adiós.
talk-good-night = Buenas noches.
talk-how-are-you = Muy bien, gracias. ¿Qué quieres que te recuerde?
talk-who-are-you = Soy Saydo. { talk-help }
talk-help = Llevo tus tareas y tus listas. Di: recuérdame llamar a Sara mañana a las tres, añade leche a la lista de la compra, o: qué tengo el viernes.
talk-hear-me = Te oigo.
talk-praise = Gracias.
talk-sorry = No pasa nada.

out-of-reach-weather = No sé qué tiempo hace; llevo tus tareas y tus listas.
out-of-reach-news = No sé las noticias; llevo tus tareas y tus listas.
out-of-reach-traffic = No sé cómo está el tráfico; llevo tus tareas y tus listas.
out-of-reach-prices = No sé de precios; llevo tus tareas y tus listas.
out-of-reach-music = No puedo reproducir nada; llevo tus tareas y tus listas.
out-of-reach-messages = No puedo enviar mensajes; llevo tus tareas y tus listas.
out-of-reach-calls = No puedo llamar a nadie; llevo tus tareas y tus listas.
out-of-reach-orders = No puedo reservar ni pedir nada; llevo tus tareas y tus listas.
out-of-reach-ways = No sé cómo se va a los sitios; llevo tus tareas y tus listas.
out-of-reach-switches = No puedo encender ni apagar nada; llevo tus tareas y tus listas.
out-of-reach-programs = No puedo abrir nada; llevo tus tareas y tus listas.
out-of-reach-messages-but = No puedo enviar mensajes, pero te lo puedo recordar. Di recuérdame, y después: { $errand }.
out-of-reach-calls-but = No puedo llamar a nadie, pero te lo puedo recordar. Di recuérdame, y después: { $errand }.
out-of-reach-orders-but = No puedo reservar ni pedir nada, pero te lo puedo recordar. Di recuérdame, y después: { $errand }.
not-at-a-place = No sé dónde estás, así que no puedo recordártelo allí.

time-now = { $hour ->
    [1] Es { $clock }.
   *[other] Son { $clock }.
}
time-in = { $hour ->
    [1] En { $place } es { $clock }.
   *[other] En { $place } son { $clock }.
}
time-in-on = { $hour ->
    [1] En { $place } es { $clock } del { $weekday }.
   *[other] En { $place } son { $clock } del { $weekday }.
}
time-of-zone = { $hour ->
    [1] Es { $clock }, hora de { $place }.
   *[other] Son { $clock }, hora de { $place }.
}
time-of-zone-on = { $hour ->
    [1] Es { $clock } del { $weekday }, hora de { $place }.
   *[other] Son { $clock } del { $weekday }, hora de { $place }.
}
time-unknown-in = No sé qué hora es en { $place }.

date-of-today = Hoy es { $date }.
date-of-day = Es { $date }.
named-day-is-today = Es hoy, { $date }.
named-day-is = { $day } es { $date }.
is-weekday-today = Sí, hoy es { $date }.
is-other-weekday-today = No, hoy es { $date }.
is-weekday = Sí, es { $date }.
is-other-weekday = No, es { $date }.

left-until-date = { $left } hasta { $date }.
left-until-day = { $left } hasta { $day }: { $date }.
left-until-time = { $left } hasta { $time }.

week-number = Es la semana { $week }.
month-now = Es { $month } de { $year }.
