# Rückfragen und Antworten zu Timern und Weckern, bei denen nicht klar ist, was gemeint ist.

bells-none-ring = Gerade klingelt nichts.

bell-none-called-timer = Einen Timer „{ $name }“ gibt es nicht. Es gibt { $names }. Welchen meinst du?
bell-none-called-alarm = Einen Wecker „{ $name }“ gibt es nicht. Es gibt { $names }. Welchen meinst du?
bell-which = Welchen meinst du: { $names }?
bell-which-of-a-name = Es gibt mehrere: { $name } ist { $count } Mal da. Alle abbrechen?
bell-that-rings = den { $rings }
bells-and = { $names } und { $last }
bells-or = { $names } oder { $last }

timer-how-long = Wie lange? Sag: Stell einen Timer auf zehn Minuten.
timer-how-long-bare = Wie lange? Sag: Timer auf zehn Minuten.
timer-how-long-named = Wie lange? Sag: Stell einen Timer für { $name } auf zehn Minuten.
timer-out-of-range = Ein Timer läuft von einer Sekunde bis zu einer Woche. Wie lange soll er laufen?

alarm-when = Um wie viel Uhr soll der Wecker klingeln? Sag: Weck mich um sieben.
alarm-what-time = Um wie viel Uhr soll der Wecker klingeln?
alarm-what-time-then = Um wie viel Uhr soll der Wecker { $days } klingeln?
alarm-over = { $time } ist vorbei. Wann soll der Wecker klingeln?
alarm-several-days = An mehreren Tagen wiederholt sich ein Wecker. Sag zum Beispiel: jeden Montag und Dienstag um sieben.
