# Questions back and refusals about one task: whose it is, its dates, tags, notes, parts and place.
# $title is the title inside a sentence, $task the same at the start of one.

# $name is what was said.
task-none-like = Je ne vois pas de tâche ouverte comme { $name }. De quelle tâche parles-tu ?

# $people is as it was said, which may be several names.
assigned-not-to = { $task } n'est pas pour { $people }.
assign-whom = Pour qui : { $title } ? Dis-moi un nom.
# $names are names with commas between them.
person-which = De qui parles-tu : { $names }, ou { $last } ?
person-which-or-else = De qui parles-tu : { $names }, ou de quelqu'un d'autre ?

start-none = { $task } n'a pas de date de début.
deadline-none = { $task } n'a pas de date limite.
deadline-unsaid = Quelle est la date limite pour { $title } ?
time-unsaid = C'est quand : { $title } ? Dis un jour et une heure.
length-unknown = { $task } : je ne sais pas combien de temps ça prend.
waits-for-nothing = { $task } n'attend rien.

note-unsaid = Que doit dire la note pour { $title } ?
comment-unsaid = Que doit dire le commentaire pour { $title } ?
notes-none = { $task } n'a pas de notes.
tag-unsaid = Quelle étiquette pour { $title } ?

priority-unsaid = Quelle priorité pour { $title } : urgente, haute, moyenne ou basse ?
priority-highest = { $task } a déjà une priorité urgente.
priority-lowest = { $task } a déjà une priorité basse.

part-unsaid = Que dois-je ajouter comme partie de la tâche { $title } ?
part-of-none = { $task } ne fait partie d'aucune autre tâche.

# $title is another task, on another list.
not-on-one-list = { $task } et { $title } ne sont pas sur la même liste.
too-many-to-sort = Il y a trop de tâches sur cette liste pour la trier de vive voix.

remind-unsaid = Quand dois-je te rappeler { $title } ?
remind-again-unsaid = Quand dois-je te le rappeler ? Dis une heure à venir.
remind-without-date = { $task } n'a pas encore de date. Quand dois-je te le rappeler ?
remind-without-clock = { $task } n'a pas encore d'heure. À quelle heure dois-je te le rappeler ?
remind-too-late = Il est trop tard pour ce rappel : { $title }.
reminders-none = { $task } n'a pas de rappel à part.

# $task and $title are the same task. The example is to be understood by Saydo.
not-started = { $task } n'est pas en cours, donc c'est déjà en attente. Pour ne plus la voir, dis : cache { $title } jusqu'à lundi.
task-is-open = { $task } est à faire.
# $name is what was said.
finished-none-like = Je ne vois pas { $name } parmi ce qui a été terminé récemment.
reminder-at-due-only = { $task } n'a pas de rappel à part et ne se signale qu'à son heure. Dois-je enlever l'heure ?
