# What was changed of a task besides its title, date and list: how it is now. $title is its title.

field-priority-now = { $priority ->
    [urgent] { $title } a maintenant une priorité urgente.
    [high] { $title } a maintenant une priorité haute.
    [medium] { $title } a maintenant une priorité moyenne.
    [low] { $title } a maintenant une priorité basse.
   *[none] { $title } n'a plus de priorité.
}

field-tags-added = J'ai étiqueté { $title } : { $tags }.
field-tags-none = { $title } n'a plus d'étiquette.
# $count tags.
field-tags-gone = { $count ->
    [one] J'ai retiré l'étiquette { $tags } : { $title }.
   *[other] J'ai retiré les étiquettes { $tags } : { $title }.
}
# Tags that were made for the task, which names them.
field-tags-made = { $count ->
    [one] Cette étiquette est nouvelle.
   *[other] Ces étiquettes sont nouvelles.
}

field-people-none = { $title } n'est plus pour personne en particulier.
field-people-now = { $title } est pour { $people }.
field-people-instead = { $title } est maintenant pour { $people }, et plus pour { $gone }.
# People that were made for the task, which names them.
field-people-made = J'ai ajouté { $people } à tes contacts.

field-notes-none = { $title } n'a plus de notes.
field-notes-written = Je l'ai écrit dans les notes : { $title }.
field-notes-noted = C'est noté pour { $title } : { $note }.

# A task that is a part of another, $whole.
field-part-of = { $title } fait maintenant partie de la tâche { $whole }.
field-part-of-another = { $title } fait maintenant partie d'une autre tâche.
field-part-of-none = { $title } est maintenant une tâche à part entière.

# A task that can't be done before others: $others is a list of titles, with the two below for those
# whose title is not known.
field-waits-for = { $title } attend { $others }.
field-waits-no-longer = { $title } n'attend plus { $others }.
field-waits-for-another = une autre tâche
field-waits-for-gone = une tâche qui n'existe plus

# $start has its preposition ("on-day-..."), $deadline has none ("day-...").
field-start-now = { $title } commence { $start }.
field-start-none = { $title } n'a plus de date de début.
field-deadline-now = Date limite pour { $title } : { $deadline }.
field-deadline-none = { $title } n'a plus de date limite.

field-length-now = { $title } prend { $length }.
field-length-none = Je ne sais plus combien de temps prend { $title }.

# $when is "on-day-..." or one of those below.
field-reminder-new = Je te rappellerai { $title } { $when }.
field-reminders-none = { $title } n'a plus de rappel à part.
field-reminder-at-due = à l'heure dite
field-reminder-at-deadline = à la date limite
field-reminder-at-start = au début
field-reminder-before-due = { $length } avant
field-reminder-before-deadline = { $length } avant la date limite
field-reminder-before-start = { $length } avant le début

# Up or down in its list.
field-moved-up = J'ai remonté { $title }.
field-moved-down = J'ai descendu { $title }.
