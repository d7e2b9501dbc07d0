# Rückfragen und Absagen zu Listen, Schlagwörtern, Personen, Filtern, Kommentaren und vielen Aufgaben auf einmal.

list-name-for = { $name } für { $purpose }
list-unnamed = Wie soll die Liste heißen? Sag: Erstelle eine Liste namens Camping.
list-undated = Eine Liste hat kein Datum. Wie soll sie heißen?
list-is-archived = Die Liste { $name } ist archiviert. Sag: Hol die Liste { $name } aus dem Archiv.
list-not-archived = Die Liste { $name } ist da: Sie ist nicht archiviert.
list-there-already = Eine Liste namens { $name } hast du schon. Wie soll die neue heißen?
list-none-called = Eine Liste namens { $name } hast du nicht.
lists-known = { $count ->
    [one] Deine Liste ist { $names }.
   *[other] Deine Listen sind { $names }.
}
lists-none-known = Du hast noch keine Listen.
lists-archived = { $count ->
    [one] Archiviert ist { $names }. Welche soll ich zurückholen?
   *[other] Archiviert sind { $names }. Welche soll ich zurückholen?
}
lists-none-archived = Es ist keine Liste archiviert.

tag-there-already = Ein Schlagwort namens { $name } hast du schon. Wie soll das neue heißen?
tag-none-called = Ein Schlagwort namens { $name } hast du nicht.

person-there-already = { $name } gehört schon zu deinen Personen. Was soll ich ändern?
person-none-called = Jemanden namens { $name } kenne ich nicht.

filter-example = Schreib zum Beispiel: p1 und #arbeit.
filter-unsaid = Wonach soll der Filter suchen?
filter-unread = Als Filter kann ich { $query } nicht lesen.
filter-none-called = Einen Filter namens { $name } hast du nicht.
filters-known = { $count ->
    [one] Dein Filter ist { $names }.
   *[other] Deine Filter sind { $names }.
}

comment-none-such = Einen solchen Kommentar gibt es nicht.

tasks-too-many = Das sind { $tasks }. Auf einmal ändere ich höchstens { $most }.
tasks-unmovable = Keine davon hat eine Zeit, die ich so verschieben könnte.
tasks-none-then = Da steht nichts an.
tasks-none-on-list = Auf der Liste { $name } steht nichts.
tasks-none-with-tag = Keine offene Aufgabe hat das Schlagwort { $name }.
tasks-unnamed = Welche Aufgaben meinst du? Nenn mir eine beim Namen, oder sag: alles auf meiner Einkaufsliste.
