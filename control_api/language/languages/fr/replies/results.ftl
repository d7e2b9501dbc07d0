# What was made of tasks.

# Behind the first few results.
results-more = Et { $more } de plus.

# $place is where the new task is, $details one or several of "created-with-...".
created = J'ai ajouté { $title }.
created-details = J'ai ajouté { $title }, { $details }.
created-in = J'ai ajouté { $title } à la liste { $project }.
created-in-details = J'ai ajouté { $title } à la liste { $project }, { $details }.
created-due = { $title }, { $due }.
created-due-details = { $title }, { $due }, { $details }.

created-with-in = dans la liste { $project }
created-with-priority = { $priority ->
    [urgent] priorité urgente
    [high] priorité haute
    [medium] priorité moyenne
   *[low] priorité basse
}
created-with-tags = avec l'étiquette { $tags }
created-with-people = pour { $people }
# A part of another task.
created-with-part = comme partie de la tâche { $whole }
created-with-deadline = date limite { $deadline }
created-with-takes = durée { $length }
# $when: "lundi à 9 h", "une demi-heure avant".
created-with-reminder = rappel { $when }
created-with-note = avec une note

# Several new tasks at once.
created-several = J'ai ajouté { $titles }.
created-several-in = J'ai ajouté { $titles } à la liste { $project }.
created-several-due = J'ai ajouté { $titles }, { $due }.
created-several-in-due = J'ai ajouté { $titles } à la liste { $project }, { $due }.

updated-title = J'ai renommé { $before } en { $title }.
updated-due = J'ai déplacé { $title } à { $due }.
updated-no-date = { $title } n'a plus de date.
updated-project = J'ai déplacé { $title } vers la liste { $project }.
updated-no-project = { $title } n'est plus sur aucune liste.
updated = J'ai modifié { $title }.
updated-so-already = C'était déjà le cas : { $title }.
updated-so-already-due = C'était déjà le cas : { $title }, { $due }.

status-complete = C'est fait : { $title }.
status-cancel = J'ai annulé { $title }.
status-start = C'est commencé : { $title }.
status-reopen = J'ai rouvert { $title }.
status-delete = J'ai supprimé { $title }.
status-restore = J'ai rétabli { $title }.
status-on-hold = { $title } est en pause : c'est de nouveau à faire.
# $when: "dans une demi-heure", "lundi à 9 h".
status-snoozed = Je te reparlerai de ça { $when } : { $title }.
