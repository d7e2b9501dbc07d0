# Was über Aufgaben und Listen zurückgefragt wird, bevor etwas geschieht.

which-task = Welche Aufgabe meinst du?
which-task-by-name = Welche Aufgabe meinst du? Sag mir, wie sie heißt.
which-one = Welche meinst du: { $names } oder { $last }?
choice-then = { $title } { $when }
choice-undated = { $title } ohne Datum
one-of-more = eine von { $count } weiteren

task-when = { $title }: Wann soll das sein?
no-date-to-shift = { $title } hat noch kein Datum. Wann soll es sein?
no-time-to-shift = { $title } hat noch keine Uhrzeit. Um wie viel Uhr soll es sein?
call-it-what = Wie soll es heißen?
call-task-what = { $title }: Wie soll das heißen?
call-task-what-now = { $title }: Wie soll das jetzt heißen?

add-what = Was soll ich hinzufügen?
remind-of-what = Woran soll ich dich erinnern?
which-day = Welchen Tag meinst du?
which-list-to-hear = Welche möchtest du hören?

already-there = { $count ->
    [one] { $titles } steht schon { $where }.
   *[other] { $titles } stehen schon { $where }.
}
already-there-then = { $count ->
    [one] { $titles }, { $when }, steht schon { $where }.
   *[other] { $titles }, { $when }, stehen schon { $where }.
}
there-on-your-list = auf deiner Liste
there-on-list = auf der Liste „{ $list }“
add-again = Noch einmal hinzufügen?

unheard-end-of-delete = Das Ende habe ich nicht gehört, deshalb habe ich nichts gelöscht. Sag es bitte noch einmal.
unheard-end-of-cancel = Das Ende habe ich nicht gehört, deshalb habe ich nichts abgesagt. Sag es bitte noch einmal.
delete-and-undo = Löschen und rückgängig machen kann ich nicht auf einmal. Sag es nacheinander.
delete-when-sure = Nur wenn du sicher bist. Dann sag: Lösche { $title }.
cancel-when-sure = Nur wenn du sicher bist. Dann sag: Storniere { $title }.
done-or-delete = Ist das erledigt? Sag: { $title } ist erledigt. Oder: Lösche die Aufgabe { $title }.

which-ones-to-finish = Welche? Sag: Hake { $title } ab. Oder: Hake alles auf der Einkaufsliste ab.
which-ones-to-delete = Welche? Sag: Lösche { $title }. Oder: Lösche alles von der Einkaufsliste.
example-title = Milch kaufen

# Wie oft, steht davor: "Sag zum Beispiel: Jeden Tag um neun Blumen gießen."
repeat-not-read = Wie oft, habe ich nicht verstanden. Sag zum Beispiel: { $often } { $errand }.
repeat-too-often = Eine Aufgabe kommt höchstens einmal am Tag. Sag zum Beispiel: { $often } { $errand }.
errand-to-do = { $title }
errand-about = { $title }
errand-example = Blumen gießen
example-repeat = jeden Tag um neun
example-repeat-on = jeden { $weekday }
