# Was mit Listen, Schlagwörtern, Personen, gespeicherten Filtern und Kommentaren geschehen ist, und mit allen auf einmal.

thing-back = { $thing } ist wieder da.
thing-back-task = Es ist wieder da.
thing-active = { $thing } ist wieder aktiv.
thing-added = Hinzugefügt: { $thing }.
thing-deleted = Gelöscht: { $thing }.
thing-archived = Archiviert: { $thing }.
thing-changed = Geändert: { $thing }.
thing-renamed = Umbenannt: { $thing } in { $name }.
thing-so-already = Das war schon so: { $thing }.

purged = Endgültig gelöscht: { $things }.
purged-nothing = Der Papierkorb ist schon leer.

task-freed = Jetzt kannst du das tun: { $title }.

imported = Importiert: { $counts }.
imported-nothing = An deinen Aufgaben hat sich nichts geändert.
imported-new = { $tasks } hinzugefügt
imported-changed = { $tasks } geändert
imported-restored = { $tasks } wiederhergestellt
import-undone = { $count ->
    [one] der Import einer Aufgabe ist zurückgenommen.
   *[other] der Import von { $number } Aufgaben ist zurückgenommen.
}
