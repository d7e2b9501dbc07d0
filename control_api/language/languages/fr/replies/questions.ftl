# The question before something is done. Names of tasks and things stand in quotes.

question-ending = Dis oui ou non.

# One thing.
question-one-complete = Terminer { $name } ?
question-one-cancel = Annuler { $name } ?
question-one-reopen = Rouvrir { $name } ?
question-one-start = Commencer { $name } ?
question-one-skip = Sauter { $name } cette fois ?
question-one-delete = Supprimer { $name } ?
question-one-add = Ajouter { $name } ?
question-one-add-due = Ajouter { $name } pour { $due } ?
question-one-change = Modifier { $name } ?
question-one-that = Le modifier ?

# Changes of one task: $deeds is one or several of these, with a capital at the start.
question-deeds = { $deeds } ?
question-rename = Renommer { $name } en { $title }
question-move = Déplacer { $name } à { $due }
question-take-date = Enlever la date pour { $name }
question-file = Déplacer { $name } vers la liste { $list }
question-unfile = Sortir { $name } de sa liste

# Several. $things: "trois tâches".
question-many-complete = Cela terminerait { $things } : { $names }. Je le fais ?
question-many-cancel = Cela annulerait { $things } : { $names }. Je le fais ?
question-many-reopen = Cela rouvrirait { $things } : { $names }. Je le fais ?
question-many-delete = Cela supprimerait { $things } : { $names }. Je le fais ?
question-many-add = Cela ajouterait { $things } : { $names }. Je le fais ?
question-many-change = Cela modifierait { $things } : { $names }. Je le fais ?
# $deeds: several of those below.
question-many-deeds = Cela changerait { $things } : { $deeds }. Je le fais ?
question-deed-complete = terminer { $name }
question-deed-cancel = annuler { $name }
question-deed-reopen = rouvrir { $name }
question-deed-delete = supprimer { $name }
question-deed-add = ajouter { $name }
question-deed-change = modifier { $name }

# Tasks that all go to one list or day. $tasks: "trois tâches".
question-all-to-list = Cela déplacerait { $tasks } vers la liste { $list } : { $names }. Je le fais ?
question-all-off-lists = Cela sortirait { $tasks } de leurs listes : { $names }. Je le fais ?
question-all-to-day = Cela déplacerait { $tasks } à { $due } : { $names }. Je le fais ?
question-all-off-dates = Cela enlèverait la date pour { $tasks } : { $names }. Je le fais ?
question-all-moved = Cela déplacerait { $tasks } : { $names }. Je le fais ?

# A list, with its tasks, without any, and without those that it has.
question-list-and-tasks = Cela supprimerait la liste { $list } et { $tasks } : { $names }. Je le fais ?
question-list-empty = Supprimer la liste { $list } ? Elle n'a aucune tâche ouverte.
question-list-alone = { $count ->
    [one] Supprimer la liste { $list } ? Il reste { $tasks }, qui ne sera alors sur aucune liste.
   *[other] Supprimer la liste { $list } ? Il reste { $tasks }, qui ne seront alors sur aucune liste.
}
question-tag = Supprimer l'étiquette { $tag } ? Cela l'enlève pour { $tasks }.
question-person = { $count ->
    [one] Supprimer { $name } ? Alors { $tasks } n'est plus à personne.
   *[other] Supprimer { $name } ? Alors { $tasks } ne sont plus à personne.
}

comments-none = { $task } n'a pas de commentaire.
comments-are = { $count ->
    [one] Le commentaire sur { $title } : { $said }
   *[other] { $number } commentaires sur { $title }, le plus récent d'abord : { $said }
}

parts-none = { $task } n'a pas de sous-tâche à faire.
parts-are = { $count ->
    [one] { $task } a une sous-tâche à faire : { $named }.
   *[other] { $task } a { $number } sous-tâches à faire : { $named }.
}
