# Answers to questions about one task.
#
# $name: the task, as the person called it or by its title; $count is 2 where it is something that is
# several ("les œufs"), else 1. $due: "vendredi à 15 h". $on_list: "sur ta liste de courses".
# $task: its title with its time and list. What begins with a name gets its capital.

answer-yes = Oui, { $said }
answer-no = Non, { $said }

# Whether it is there.
answer-several = Oui, tu as { $tasks } de ce genre : { $names }.
answer-there = Oui : { $task }.
answer-elsewhere = Pas { $on_list }, mais tu as { $task }.
answer-no-such = Non, tu n'as pas de tâche comme { $name }.
answer-no-such-then = Non, tu n'as pas de tâche comme { $name } { $days }.
answer-none-due = Non, rien comme { $name } n'est prévu { $days }.
answer-not-on-list = { $count ->
    [one] Non, { $name } n'est pas { $on_list }.
   *[other] Non, { $name } ne sont pas { $on_list }.
}

# Where it is.
answer-on-list = { $count ->
    [one] { $name } est { $on_list }.
   *[other] { $name } sont { $on_list }.
}
answer-on-list-due = { $count ->
    [one] { $name } est { $on_list }, { $due }.
   *[other] { $name } sont { $on_list }, { $due }.
}
answer-on-no-list = { $count ->
    [one] { $name } n'est sur aucune liste.
   *[other] { $name } ne sont sur aucune liste.
}
answer-on-no-list-due = { $count ->
    [one] { $name } n'est sur aucune liste, c'est { $due }.
   *[other] { $name } ne sont sur aucune liste, c'est { $due }.
}

# Whether it is done. $day: "hier", "vendredi".
answer-never-there = Je ne trouve pas de tâche comme { $name }, ni à faire ni faite.
answer-in-progress = { $count ->
    [one] Non, { $name } est en cours.
   *[other] Non, { $name } sont en cours.
}
answer-in-progress-due = { $count ->
    [one] Non, { $name } est en cours, pour { $due }.
   *[other] Non, { $name } sont en cours, pour { $due }.
}
answer-still-open = { $count ->
    [one] Non, { $name } est encore à faire.
   *[other] Non, { $name } sont encore à faire.
}
answer-still-open-due = { $count ->
    [one] Non, { $name } est encore à faire, pour { $due }.
   *[other] Non, { $name } sont encore à faire, pour { $due }.
}
answer-was-cancelled = Non, ça a été annulé : { $name }.
answer-was-done = Oui, c'est fait : { $name }.
answer-was-done-then = Oui, c'est fait { $day } : { $name }.

# When. An event ("le dentiste" at three) is at a time, a task is due.
answer-event = { $name }, c'est { $due }.
answer-due = { $name }, c'est pour { $due }.
answer-no-date = { $name } n'a pas de date.
answer-no-date-but-deadline = { $name } n'a pas de date, mais la date limite est { $deadline }.
answer-deadline = la date limite pour { $name } est { $deadline }.
answer-no-deadline = { $name } n'a ni date limite ni date.
answer-no-deadline-but-due = { $name } n'a pas de date limite, mais c'est pour { $due }.
answer-repeats = { $name } revient { $often }, la prochaine fois { $due }.
answer-no-repeat = { $name } ne se répète pas.
answer-no-repeat-but-due = { $name } ne se répète pas, c'est pour { $due }.
