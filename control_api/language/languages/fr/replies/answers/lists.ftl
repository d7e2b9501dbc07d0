# Which tasks there are.
#
# $tasks: "deux tâches". $task: one of them, as below. $names: the first few. $days: the time that was
# asked about, "cette semaine", "vendredi"; $for_days: the same after "Tu as deux tâches".

# A task with its time. $on_due: "vendredi à 15 h"; $at_clock: "à 15 h".
item-due = { $title } { $on_due }
item-at-clock = { $title } { $at_clock }
item-on-list = { $task }, { $on_list }

tasks-in = { $tasks } dans la liste { $project }
tasks-about = { $tasks } pour { $search }
list-tasks = Tu as { $tasks } : { $names }.
list-tasks-then = Tu as { $tasks } { $for_days } : { $names }.
list-overdue = { $count ->
    [one] { $tasks } est en retard : { $names }.
   *[other] { $tasks } sont en retard : { $names }.
}
list-one = { $task }.
list-further = Puis { $names }.
list-further-none = C'était tout.

list-none = Tu n'as aucune tâche ouverte.
list-none-then = Rien n'est prévu { $days }.
list-none-overdue = Rien n'est en retard.
list-none-about = Je n'ai trouvé aucune tâche ouverte pour { $search }.
list-none-in = Il n'y a rien dans la liste { $project }.
list-none-in-then = Rien n'est prévu { $days } dans la liste { $project }.
