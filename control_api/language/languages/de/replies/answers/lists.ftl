# Welche Aufgaben es gibt.

item-due = { $title } { $on_due }
item-at-clock = { $title } { $at_clock }
item-on-list = { $task }, { $on_list }

tasks-in = { $tasks } auf der Liste „{ $project }“
tasks-about = { $tasks } zu „{ $search }“
list-tasks = Du hast { $tasks }: { $names }.
list-tasks-then = Du hast { $for_days } { $tasks }: { $names }.
list-overdue = { $count ->
    [one] { $tasks } ist überfällig: { $names }.
   *[other] { $tasks } sind überfällig: { $names }.
}
list-one = { $task }.
list-further = Dann { $names }.
list-further-none = Das war alles.

list-none = Du hast keine offenen Aufgaben.
list-none-then = Es steht { $days } nichts an.
list-none-overdue = Nichts ist überfällig.
list-none-about = Zu „{ $search }“ finde ich keine offene Aufgabe.
list-none-in = Auf der Liste „{ $project }“ steht nichts.
list-none-in-then = Auf der Liste „{ $project }“ steht { $days } nichts an.
