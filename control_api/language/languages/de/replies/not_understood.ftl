# Was gesagt wird, wenn etwas nicht da ist, nicht sein kann oder nicht verstanden wurde.

all-right = In Ordnung.
not-heard = Das habe ich nicht verstanden.
left-as-it-was = Das habe ich nicht verstanden, deshalb bleibt alles, wie es war.
too-long = Das ist mir zu lang. Sag es in ein oder zwei Sätzen.
too-long-for-a-task = Das ist zu lang für eine Aufgabe. Sag es in ein oder zwei Sätzen.
too-much-in-it = „{ $said }“ verstehe ich nicht: Das ist zu viel auf einmal. Sag es einfacher, mit weniger Tagen und Zeiten.
too-much-to-read = Gerade habe ich zu viel zu lesen. Versuch es gleich noch einmal.

clause-not-read = „{ $said }“ habe ich nicht verstanden, deshalb habe ich noch nichts geändert. Kannst du es anders sagen?
clause-not-done = Es geht um „{ $said }“. Ich habe noch nichts geändert.

no-such-task = Ich finde keine offene Aufgabe wie „{ $name }“. Frag mich, was auf deiner Liste steht.
no-such-task-but = Ich finde keine offene Aufgabe wie „{ $name }“. Am nächsten kommt „{ $title }“.
task-not-open = Diese Aufgabe ist nicht mehr offen. Sag mir, wie die heißt, die du meinst.
does-not-repeat = { $title } wiederholt sich nicht.

no-lists = Es gibt noch keine Listen.
no-lists-to-name = Du hast noch keine Listen. Sag: Setz Milch auf meine Einkaufsliste.

your-tags = Deine Schlagwörter sind { $names }.
no-tags = Du hast noch keine Schlagwörter.
known-people = Ich kenne { $names }.
no-people = Ich kenne noch niemanden.
as-many-more = { $count } weitere

no-such-clock = { $clock } Uhr gibt es nicht. Um wie viel Uhr ist es?
no-such-hour = { $hour } Uhr gibt es nicht. Welche Uhrzeit meinst du?
no-such-month = Einen { $month }. Monat gibt es nicht. Welchen Tag meinst du?
no-such-day = Den { $day }. { $month } gibt es nicht. Welchen Tag meinst du?
no-such-day-in-year = Den { $day }. { $month } { $year } gibt es nicht. Welchen Tag meinst du?
not-that-weekday = Der { $day }. { $month } ist ein { $weekday }. Welchen Tag meinst du?

figures-or-title = Ist { $said } der Tag, oder gehört das zum Titel? Nenn den Monat mit Namen, oder setz den Titel in Anführungszeichen.
hour-or-day = Ist das um { $number } Uhr oder am { $number }.?

when-exactly = Wann genau? Nenn einen Tag oder eine Uhrzeit.
several-times = Du hast mehrere Zeiten genannt, und eine Aufgabe hat nur eine. Welche soll es sein?
no-known-time = Wann „{ $said }“ ist, verstehe ich nicht. Sag es anders, oder setz es in Anführungszeichen.

time-is-over = Diese Zeit ist vorbei. Welchen Tag und welche Uhrzeit meinst du?
named-day-is-over = Dieser Tag ist vorbei. Welchen Tag meinst du?
yesterday-is-over = Gestern ist vorbei. Welchen Tag meinst du?
