# What tasks, things and lists are called inside sentences.

task-unknown = eso

on-list = en tu lista
on-list-named = en tu lista de { $list }

thing-project = la lista { $name }
thing-tag = la etiqueta { $name }
thing-filter = el filtro { $name }
thing-person = { $name }
thing-comment = el comentario
thing-occurrence = una de sus veces
thing-settings = los ajustes
thing-timer = el temporizador
thing-timer-named = el temporizador de { $name }
thing-alarm = la alarma
thing-alarm-named = la alarma de { $name }

object-project = la lista { $name }
object-tag = la etiqueta { $name }
object-filter = el filtro { $name }
object-person = a { $name }
object-comment = el comentario
object-occurrence = una de sus veces
object-settings = los ajustes
object-timer = el temporizador
object-timer-named = el temporizador de { $name }
object-alarm = la alarma
object-alarm-named = la alarma de { $name }

quoted-name = «{ $name }»
quoted-cut = { $name } y lo que sigue
quoted-comment = el comentario { $quoted }
quoted-occurrence = una vez
quoted-timer = el temporizador
quoted-timer-named = el temporizador { $quoted }
quoted-alarm = la alarma
quoted-alarm-named = la alarma { $quoted }
quoted-settings = los ajustes
