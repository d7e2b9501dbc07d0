# Die Frage, bevor etwas getan wird.

question-ending = Sag ja oder nein.

question-one-complete = { $name } abhaken?
question-one-cancel = { $name } absagen?
question-one-reopen = { $name } wieder öffnen?
question-one-start = Mit { $name } beginnen?
question-one-skip = { $name } diesmal auslassen?
question-one-delete = { $name } löschen?
question-one-add = { $name } hinzufügen?
question-one-add-due = { $name } für { $due } hinzufügen?
question-one-change = { $name } ändern?
question-one-that = Das ändern?

question-deeds = { $deeds }?
question-rename = { $name } in { $title } umbenennen
question-move = { $name } auf { $due } verschieben
question-take-date = Das Datum von { $name } entfernen
question-file = { $name } auf die Liste { $list } setzen
question-unfile = { $name } von der Liste nehmen

question-many-complete = Damit wären { $things } erledigt: { $names }. Soll ich?
question-many-cancel = Damit wären { $things } abgesagt: { $names }. Soll ich?
question-many-reopen = Damit wären { $things } wieder offen: { $names }. Soll ich?
question-many-delete = Damit wären { $things } gelöscht: { $names }. Soll ich?
question-many-add = Damit kämen { $things } hinzu: { $names }. Soll ich?
question-many-change = Damit würden { $things } geändert: { $names }. Soll ich?
question-many-deeds = Damit würden { $things } geändert: { $deeds }. Soll ich?
question-deed-complete = { $name } abhaken
question-deed-cancel = { $name } absagen
question-deed-reopen = { $name } wieder öffnen
question-deed-delete = { $name } löschen
question-deed-add = { $name } hinzufügen
question-deed-change = { $name } ändern

question-all-to-list = Damit kämen { $tasks } auf die Liste { $list }: { $names }. Soll ich?
question-all-off-lists = Damit stünden { $tasks } auf keiner Liste mehr: { $names }. Soll ich?
question-all-to-day = Damit wären { $tasks } auf { $due } verschoben: { $names }. Soll ich?
question-all-off-dates = Damit hätten { $tasks } kein Datum mehr: { $names }. Soll ich?
question-all-moved = Damit wären { $tasks } verschoben: { $names }. Soll ich?

question-list-and-tasks = Damit wären die Liste { $list } und { $tasks } gelöscht: { $names }. Soll ich?
question-list-empty = Die Liste { $list } löschen? Sie hat keine offenen Aufgaben.
question-list-alone = { $count ->
    [one] Die Liste { $list } löschen? { $tasks } bleibt, steht dann aber auf keiner Liste.
   *[other] Die Liste { $list } löschen? { $tasks } bleiben, stehen dann aber auf keiner Liste.
}
question-tag = Das Schlagwort { $tag } löschen? Betroffen: { $tasks }.
question-person = { $count ->
    [one] { $name } löschen? Dann ist { $tasks } niemandem zugewiesen.
   *[other] { $name } löschen? Dann sind { $tasks } niemandem zugewiesen.
}

comments-none = Zu { $task } gibt es keine Kommentare.
comments-are = { $count ->
    [one] Der Kommentar zu { $title }: { $said }
   *[other] { $number } Kommentare zu { $title }, der neueste zuerst: { $said }
}

parts-none = { $task } hat keine offenen Teile.
parts-are = { $count ->
    [one] { $task } hat einen offenen Teil: { $named }.
   *[other] { $task } hat { $number } offene Teile: { $named }.
}
