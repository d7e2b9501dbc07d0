# Rückfragen zu Wiederholungen, die keine Regel sind oder nicht ganz verstanden wurden.

repeat-hours = Eine Aufgabe kommt höchstens einmal am Tag, deshalb kann ich zwei machen. Sag: jeden Tag um neun und um siebzehn Uhr { $errand }.
repeat-movable = Wiederholen kann ich nur nach Tagen, Wochen, Monaten oder an einem Datum. Sag zum Beispiel: jeden 1. Mai { $errand }.
repeat-how-often = Wie oft ist das? Sag zum Beispiel: jeden Tag um neun { $errand }.

repeat-times-daily = Eine Aufgabe kommt höchstens einmal am Tag. Zu welchen Zeiten? Sag zum Beispiel: jeden Tag um neun und um siebzehn Uhr { $errand }.
repeat-times-weekly = An welchen Tagen? Sag zum Beispiel: jeden { $days } { $errand }.
repeat-times-monthly = An welchen Tagen? Sag zum Beispiel: am 1. und 15. jedes Monats { $errand }.
repeat-times-twice-a-year = An welchen Tagen? Sag zum Beispiel: alle sechs Monate { $errand }.
repeat-times-yearly = An welchen Tagen? Sag zum Beispiel: alle drei Monate { $errand }.

repeat-understood = Ich habe „{ $repeat }“ verstanden. Wie oft soll es sein?
repeat-understood-but = Ich habe „{ $repeat }“ verstanden, aber nicht „{ $left }“. Wie oft soll es sein?

repeat-too-many = Aus einem Satz mache ich höchstens { $most } Aufgaben. Nenn weniger Zeiten.
repeat-never = Diese Wiederholung hätte keinen Tag. Ab wann und bis wann soll sie gelten?
