# What was deleted, and what was done in a stretch of time.

# Each deed with what it was done to: "déplacé appeler Sarah".
deed-added = ajouté { $names }
deed-finished = terminé { $names }
deed-cancelled = annulé { $names }
deed-reopened = rouvert { $names }
deed-started = commencé { $names }
deed-moved = déplacé { $names }
deed-renamed = renommé { $names }
deed-changed = modifié { $names }
deed-deleted = supprimé { $names }
deed-restored = rétabli { $names }

# What it was done to, where that is no task.
deed-on-project = la liste { $name }
deed-on-tag = l'étiquette { $name }
deed-on-filter = le filtre { $name }
deed-on-comment = un commentaire

deeds-mine = Tu as { $deeds }.
deeds-mine-then = { $days }, tu as { $deeds }.
deeds-all = Voici ce qui a été fait : { $deeds }.
deeds-all-then = { $days }, voici ce qui a été fait : { $deeds }.
deeds-none = Rien n'a encore été modifié.
deeds-none-then = Rien n'a été modifié { $days }.
deeds-none-mine = Tu n'as encore rien modifié.
deeds-none-mine-then = Tu n'as rien modifié { $days }.

deeds-by = { $name } a { $deeds }.
deeds-by-then = { $days }, { $name } a { $deeds }.
deeds-none-by = { $name } n'a encore rien modifié.
deeds-none-by-then = { $name } n'a rien modifié { $days }.

trash-empty = La corbeille est vide.
trash-empty-then = Rien n'a été supprimé { $days }.
trash-then = Supprimé { $days } : { $names }.
trash-all = Dans la corbeille, il y a { $things } : { $names }.
