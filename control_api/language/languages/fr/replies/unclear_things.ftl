# Questions back and refusals about lists, tags, people, filters, comments, and many tasks at once.
# Examples, after "dis", are to be understood by Saydo.

# What a list is called that was asked for in two words.
list-name-for = { $name } pour { $purpose }
list-unnamed = Comment la liste doit-elle s'appeler ? Dis : crée une liste vacances.
list-undated = Une liste n'a pas de date. Comment doit-elle s'appeler ?
list-is-archived = La liste { $name } est archivée. Dis : rouvre la liste { $name }.
list-not-archived = La liste { $name } est là : elle n'est pas archivée.
list-there-already = Tu as déjà une liste { $name }. Comment la nouvelle doit-elle s'appeler ?
list-none-called = Tu n'as pas de liste { $name }.
# Follows "list-none-called". $count is the number of $names.
lists-known = { $count ->
    [one] Ta liste est { $names }.
   *[other] Tes listes sont { $names }.
}
lists-none-known = Tu n'as pas encore de liste.
lists-archived = { $count ->
    [one] La liste archivée est { $names }. Laquelle dois-je rouvrir ?
   *[other] Les listes archivées sont { $names }. Laquelle dois-je rouvrir ?
}
lists-none-archived = Aucune liste n'est archivée.

tag-there-already = Tu as déjà une étiquette { $name }. Comment la nouvelle doit-elle s'appeler ?
tag-none-called = Tu n'as pas d'étiquette { $name }.

person-there-already = { $name } fait déjà partie de tes contacts. Que dois-je changer ?
person-none-called = Tu n'as personne qui s'appelle { $name }.

# How a filter is saved: its name, a colon, and what it asks for in signs.
filter-example = Crée-le à la main, dans les filtres.
filter-unsaid = Que doit chercher le filtre ?
# $query is what was said.
filter-unread = Je n'arrive pas à lire ce filtre : { $query }.
filter-none-called = Tu n'as pas de filtre { $name }.
# Follows "filter-none-called". $count is the number of $names.
filters-known = { $count ->
    [one] Ton filtre est { $names }.
   *[other] Tes filtres sont { $names }.
}

comment-none-such = Il n'y a pas de tel commentaire.

# $tasks is the number in words or digits: "600 tâches".
tasks-too-many = Cela fait { $tasks }. Je modifie au plus { $most } à la fois.
tasks-unmovable = Aucune n'a d'heure que je pourrais déplacer ainsi.
tasks-none-then = Il n'y a rien à ce moment-là.
tasks-none-on-list = Il n'y a rien sur la liste { $name }.
tasks-none-with-tag = Aucune tâche ouverte n'a l'étiquette { $name }.
tasks-unnamed = De quelles tâches parles-tu ? Dis-moi le nom d'une tâche, ou bien : tout sur ma liste de courses.
