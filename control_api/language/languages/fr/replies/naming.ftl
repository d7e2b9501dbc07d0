# What tasks, things and lists are called inside sentences.

# A task whose title is not known.
task-unknown = cette tâche

# Where a task is.
on-list = sur ta liste
on-list-named = sur ta liste { $list ->
    [courses] de courses
   *[other] { $list }
}

# Things as the subject of a sentence: "l'étiquette maison est de retour".
thing-project = la liste { $name }
thing-tag = l'étiquette { $name }
thing-filter = le filtre { $name }
thing-person = { $name }
thing-comment = le commentaire
thing-occurrence = une de ses fois
thing-settings = les réglages
thing-timer = le minuteur
thing-timer-named = le minuteur { $name }
thing-alarm = le réveil
thing-alarm-named = le réveil { $name }

# The same as what something is done to: "J'ai supprimé l'étiquette maison".
object-project = la liste { $name }
object-tag = l'étiquette { $name }
object-filter = le filtre { $name }
object-person = { $name }
object-comment = le commentaire
object-occurrence = une de ses fois
object-settings = les réglages
object-timer = le minuteur
object-timer-named = le minuteur { $name }
object-alarm = le réveil
object-alarm-named = le réveil { $name }

# Names in questions, so that they can't pass for a part of the question: in quotes. A mark of these
# quotes inside of the name is replaced by an apostrophe.
quoted-name = "{ $name }"
# Of a name that is too long.
quoted-cut = { $name } et ainsi de suite
# Things in questions, as what something is done to. $quoted is the name in quotes.
quoted-comment = le commentaire { $quoted }
quoted-occurrence = une fois
quoted-timer = le minuteur
quoted-timer-named = le minuteur { $quoted }
quoted-alarm = le réveil
quoted-alarm-named = le réveil { $quoted }
quoted-settings = les réglages
