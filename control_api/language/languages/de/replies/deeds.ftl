# Was gelöscht und was in einer Zeit getan wurde.

deed-added = { $names } hinzugefügt
deed-finished = { $names } erledigt
deed-cancelled = { $names } abgesagt
deed-reopened = { $names } wieder geöffnet
deed-started = { $names } begonnen
deed-moved = { $names } verschoben
deed-renamed = { $names } umbenannt
deed-changed = { $names } geändert
deed-deleted = { $names } gelöscht
deed-restored = { $names } wiederhergestellt

deed-on-project = die Liste { $name }
deed-on-tag = das Schlagwort { $name }
deed-on-filter = den Filter { $name }
deed-on-comment = einen Kommentar

deeds-mine = Du hast { $deeds }.
deeds-mine-then = { $days } hast du { $deeds }.
deeds-all = Das wurde geändert: { $deeds }.
deeds-all-then = { $days } wurde geändert: { $deeds }.
deeds-none = Noch wurde nichts geändert.
deeds-none-then = { $days } wurde nichts geändert.
deeds-none-mine = Du hast noch nichts geändert.
deeds-none-mine-then = Du hast { $days } nichts geändert.

deeds-by = { $name } hat { $deeds }.
deeds-by-then = { $days } hat { $name } { $deeds }.
deeds-none-by = { $name } hat noch nichts geändert.
deeds-none-by-then = { $name } hat { $days } nichts geändert.

trash-empty = Der Papierkorb ist leer.
trash-empty-then = { $days } wurde nichts gelöscht.
trash-then = { $count ->
    [one] { $names } wurde { $days } gelöscht.
   *[other] { $names } wurden { $days } gelöscht.
}
trash-all = { $count ->
    [one] Im Papierkorb ist { $things }: { $names }.
   *[other] Im Papierkorb sind { $things }: { $names }.
}
