# Wie Aufgaben, Sachen und Listen in Sätzen heißen.

task-unknown = das

on-list = auf deiner Liste
on-list-named = auf der Liste „{ $list }“

thing-project = die Liste { $name }
thing-tag = das Schlagwort { $name }
thing-filter = der Filter { $name }
thing-person = { $name }
thing-comment = der Kommentar
thing-occurrence = einer der Termine
thing-settings = die Einstellungen
thing-timer = der Timer
thing-timer-named = der Timer „{ $name }“
thing-alarm = der Wecker
thing-alarm-named = der Wecker „{ $name }“

object-project = die Liste { $name }
object-tag = das Schlagwort { $name }
object-filter = den Filter { $name }
object-person = { $name }
object-comment = den Kommentar
object-occurrence = einen der Termine
object-settings = die Einstellungen
object-timer = den Timer
object-timer-named = den Timer „{ $name }“
object-alarm = den Wecker
object-alarm-named = den Wecker „{ $name }“

quoted-name = „{ $name }“
quoted-cut = { $name } und so weiter
quoted-comment = den Kommentar { $quoted }
quoted-occurrence = einen Termin
quoted-timer = den Timer
quoted-timer-named = den Timer { $quoted }
quoted-alarm = den Wecker
quoted-alarm-named = den Wecker { $quoted }
quoted-settings = die Einstellungen
