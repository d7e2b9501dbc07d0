# Wie es jetzt ist, nachdem etwas rückgängig gemacht oder wiederhergestellt wurde.

undone = Rückgängig gemacht: { $said }
redone = Wiederhergestellt: { $said }
undone-as-it-was = Rückgängig gemacht, aber alles ist, wie es war.
redone-as-it-was = Wiederhergestellt, aber alles ist, wie es war.
undone-nothing = Es gibt nichts rückgängig zu machen.
redone-nothing = Es gibt nichts wiederherzustellen.
undone-clauses = { $clauses }.

undone-all-off = { $titles } stehen nicht mehr auf der Liste.
undone-all-on-again = { $titles } stehen wieder auf der Liste.

undone-off = { $title } steht nicht mehr auf der Liste
undone-on-again = { $title } steht wieder auf der Liste
undone-back = { $title } ist wieder da
undone-in-trash = { $title } ist wieder im Papierkorb
undone-to-before = { $title } ist, wie es war
undone-changed-again = { $title } ist wieder geändert
undone-status = { $status ->
    [todo] { $title } ist wieder offen
    [in_progress] { $title } ist wieder in Arbeit
    [completed] { $title } ist wieder erledigt
   *[cancelled] { $title } ist wieder abgesagt
}
undone-title = { $title } heißt wieder { $before }
undone-due = { $title } ist wieder { $due }
undone-no-date = { $title } hat wieder kein Datum
undone-project = { $title } steht wieder auf der Liste „{ $project }“
undone-no-project = { $title } steht wieder auf keiner Liste

undone-thing-gone = { $thing } ist weg
undone-thing-gone-again = { $thing } ist wieder weg
undone-thing-back = { $thing } ist wieder da
undone-thing-changed = { $thing } ist wieder geändert
undone-thing-to-before = { $thing } ist, wie es war
undone-settings = ich spreche mit dir wie zuvor
