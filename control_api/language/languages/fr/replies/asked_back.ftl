# What is asked back about tasks and lists before something is done.

which-task = De quelle tâche parles-tu ?
which-task-by-name = De quelle tâche parles-tu ? Dis-moi son nom.
# $names are the first of several choices with commas between them, $last is the last one.
which-one = Laquelle veux-tu dire : { $names }, ou { $last } ?
# Each choice is one of these; $title is the title inside a sentence, $when "vendredi", "demain à 15 h".
choice-then = { $title }, { $when }
choice-undated = { $title }, sans date
# The last one, where there are more than are named. $count is a number, as figures.
one-of-more = { $count ->
    [1] une autre
   *[other] l'une des { $count } autres
}

# $title is the title inside a sentence: "appeler Sarah". Where it comes first, its first letter becomes a capital.
task-when = Pour quand : { $title } ?
no-date-to-shift = { $title } n'a pas encore de date. C'est pour quand ?
no-time-to-shift = { $title } n'a pas encore d'heure. C'est à quelle heure ?
call-it-what = Quel nom faut-il lui donner ?
call-task-what = Quel nouveau nom pour : { $title } ?
# Of a task whose title was corrected.
call-task-what-now = Quel nom faut-il donner maintenant à : { $title } ?

add-what = Que dois-je ajouter ?
remind-of-what = Que dois-je te rappeler ?
which-day = Quel jour veux-tu dire ?
which-list-to-hear = Laquelle veux-tu entendre ?

# It is there already. $titles is a list of titles, $when "demain à 15 h", "vendredi"; $where one of the two below.
already-there = { $count ->
    [one] { $titles } est déjà { $where }.
   *[other] { $titles } sont déjà { $where }.
}
already-there-then = { $count ->
    [one] { $titles }, { $when }, est déjà { $where }.
   *[other] { $titles }, { $when }, sont déjà { $where }.
}
there-on-your-list = sur ta liste
there-on-list = sur ta liste { $list ->
    [courses] de courses
   *[other] { $list }
}
# Comes after it.
add-again = { $count ->
    [one] Je l'ajoute encore une fois ?
   *[other] Je les ajoute encore une fois ?
}

# When words that delete or cancel may not be all, or not be meant. What it says to say must be understood.
unheard-end-of-delete = Je n'ai pas entendu la fin, donc je n'ai rien supprimé. Répète, s'il te plaît.
unheard-end-of-cancel = Je n'ai pas entendu la fin, donc je n'ai rien annulé. Répète, s'il te plaît.
delete-and-undo = Je ne peux pas supprimer et annuler en même temps. Dis-le en deux fois.
delete-when-sure = Seulement quand tu seras sûr de toi. Dis alors : supprime { $title }.
cancel-when-sure = Seulement quand tu seras sûr de toi. Dis alors : annule { $title }.
# The title itself asks to cancel something: "résilier l'abonnement".
done-or-delete = Est-ce que c'est fait ? Dis : coche { $title }. Ou bien : supprime la tâche { $title }.

# $title is one of the tasks.
which-ones-to-finish = Lesquelles ? Dis : coche { $title }. Ou bien : coche tout sur ma liste de courses.
which-ones-to-delete = Lesquelles ? Dis : supprime { $title }. Ou bien : supprime tout sur ma liste de courses.
# Stands there for a title where there is no task.
example-title = acheter du lait

# $errand follows "fais-moi penser", and $often says how often; both are made below.
repeat-not-read = Je n'ai pas compris à quel rythme. Dis par exemple : fais-moi penser { $errand } { $often }.
repeat-too-often = Une tâche revient au plus une fois par jour. Dis par exemple : fais-moi penser { $errand } { $often }.
# $title is a deed: "arroser les plantes".
errand-to-do = à { $title }
# $title is a thing: "lait".
errand-about = à { $title }
errand-example = à arroser les plantes
example-repeat = tous les jours à neuf heures
# $weekday is a name.
example-repeat-on = tous les { $weekday }s
