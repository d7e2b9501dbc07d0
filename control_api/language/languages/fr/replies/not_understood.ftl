# What is said when something is not there, can't be, or was not understood.

all-right = D'accord.
not-heard = Je n'ai pas compris.
left-as-it-was = Je n'ai pas compris, alors je n'ai rien changé.
too-long = C'est trop long pour moi. Dis-le en une ou deux phrases.
too-long-for-a-task = C'est trop long pour une tâche. Dis-le en une ou deux phrases.
# $said is how the words begin.
too-much-in-it = Je n'arrive pas à lire « { $said } » : il y a trop de choses d'un coup. Dis-le plus simplement, avec moins de dates et d'heures.
too-much-to-read = J'ai trop à lire en ce moment. Réessaie dans un instant.

# One of several clauses; $said is that clause.
clause-not-read = Je n'ai pas compris « { $said } », alors je n'ai encore rien changé. Peux-tu le dire autrement ?
# Comes after what is asked about the clause, or why it is refused.
clause-not-done = Il s'agit de « { $said } ». Je n'ai encore rien changé.

# $name is what was said of it, $title that of the nearest task.
no-such-task = Je ne vois pas de tâche ouverte comme { $name }. Demande-moi ce qu'il y a sur ta liste.
no-such-task-but = Je ne vois pas de tâche ouverte comme { $name }. La plus proche est { $title }.
task-not-open = Cette tâche n'est plus ouverte. Dis-moi laquelle tu veux dire, par son nom.
does-not-repeat = { $title } ne se répète pas.

# Follows "list-none-called".
no-lists = Il n'y a pas encore de liste.
no-lists-to-name = Tu n'as pas encore de liste. Dis : ajoute du lait à ma liste de courses.

your-tags = Tes étiquettes sont { $names }.
no-tags = Tu n'as pas encore d'étiquette.
known-people = Je connais { $names }.
no-people = Je ne connais encore personne.
# The last of $names, where there are more than are named.
as-many-more = { $count } de plus

# Dates and times that can't be, or of which it is not clear which one is meant.

# $clock is as it was said: "25:00".
no-such-clock = L'heure { $clock } n'existe pas. Quelle heure veux-tu dire ?
# $hour is a number, above 24.
no-such-hour = L'heure { $hour } n'existe pas. Quelle heure veux-tu dire ?
# $month is a number, above 12.
no-such-month = Le mois { $month } n'existe pas. Quel jour veux-tu dire ?
# $month is its name, $day a number that it has no day for: "31 juin".
no-such-day = Le { $day } { $month } n'existe pas. Quel jour veux-tu dire ?
no-such-day-in-year = Le { $day } { $month } { $year } n'existe pas. Quel jour veux-tu dire ?
# "Vendredi 3 mars" was said, and March 3 is a Wednesday. $month and $weekday are names.
not-that-weekday = Le { $day ->
    [1] 1er
   *[other] { $day }
} { $month } est un { $weekday }. Quel jour veux-tu dire ?

# $said are figures: "3/4".
figures-or-title = Est-ce que { $said } est la date, ou une partie du titre ? Dis le mois par son nom, ou mets le titre entre guillemets.
# $number may be an hour and a day of the month: "vendredi 3".
hour-or-day = Est-ce à { $number } h, ou le { $number } ?

when-exactly = Quand exactement ? Dis un jour ou une heure.
several-times = Tu as dit plusieurs dates, et une tâche n'en a qu'une. Laquelle ?
# $said are words that look like a time.
no-known-time = Je n'arrive pas à savoir quand est « { $said } ». Dis-le autrement, ou mets-le entre guillemets.

time-is-over = Cette heure est passée. Quel jour et quelle heure veux-tu dire ?
named-day-is-over = Ce jour est passé. Quel jour veux-tu dire ?
yesterday-is-over = Hier, c'est passé. Quel jour veux-tu dire ?
