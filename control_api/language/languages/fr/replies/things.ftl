# What was done to lists, tags, people, saved filters and comments, and to all at once.
# $thing is "thing-..." where it is the subject of the sentence, "object-..." elsewhere.

thing-back = { $thing } est de retour.
thing-back-task = C'est de retour.
thing-active = { $thing } est de nouveau en usage.
thing-added = J'ai ajouté { $thing }.
thing-deleted = J'ai supprimé { $thing }.
thing-archived = J'ai archivé { $thing }.
thing-changed = J'ai modifié { $thing }.
# $thing by its old name, $name the new one.
thing-renamed = J'ai renommé { $thing } en { $name }.
thing-so-already = C'était déjà le cas : { $thing }.

# For good, out of the trash. $things: "trois choses".
purged = J'ai supprimé { $things } définitivement.
purged-nothing = La corbeille est déjà vide.

# A task that waited for what is done now; its title mostly says what to do: "appeler Sarah".
task-freed = Maintenant tu peux { $title }.

# An import: $counts is one or several of those below.
imported = Importation terminée : { $counts }.
imported-nothing = Rien n'a changé dans tes tâches.
imported-new = { $tasks } de plus
imported-changed = { $tasks } à jour
imported-restored = { $tasks } de retour
# Behind "Annulé : ".
import-undone = { $count ->
    [1] l'importation d'une tâche est annulée.
    [one] l'importation de { $number } tâche est annulée.
   *[other] l'importation de { $number } tâches est annulée.
}
