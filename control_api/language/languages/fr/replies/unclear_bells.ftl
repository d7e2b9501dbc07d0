# Questions back and answers about timers and alarms of which it is not clear what is meant.
# Examples, after "dis", are to be understood by Saydo.

bells-none-ring = Rien ne sonne.

# $name is what was said, $names are those that there are.
bell-none-called-timer = Il n'y a pas de minuteur { $name }. Il y a { $names }. Lequel veux-tu dire ?
bell-none-called-alarm = Il n'y a pas de réveil { $name }. Il y a { $names }. Lequel veux-tu dire ?
bell-which = Lequel veux-tu dire : { $names } ?
# $count is the number of those with this $name: "le minuteur pâtes".
bell-which-of-a-name = Il y en a plusieurs : { $name } existe { $count } fois. Les annuler tous ?
# An alarm without a name: $rings is "vendredi à 7 h", "tous les jours à 7 h".
bell-that-rings = celui qui sonne { $rings }
# The names in one sentence: $names are all but the last, with commas between them.
bells-and = { $names } et { $last }
bells-or = { $names } ou { $last }

timer-how-long = Pour combien de temps ? Dis : mets un minuteur de dix minutes.
timer-how-long-bare = Pour combien de temps ? Dis : minuteur de dix minutes.
timer-how-long-named = Pour combien de temps ? Dis : minuteur de dix minutes pour { $name }.
timer-out-of-range = Un minuteur dure d'une seconde à une semaine. Combien de temps doit-il durer ?

alarm-when = À quelle heure le réveil doit-il sonner ? Dis : réveille-moi à sept heures.
alarm-what-time = À quelle heure le réveil doit-il sonner ?
# $days is "demain", "vendredi".
alarm-what-time-then = À quelle heure le réveil doit-il sonner { $days } ?
# $time is "aujourd'hui à 15 h".
alarm-over = { $time }, c'est passé. Quand le réveil doit-il sonner ?
alarm-several-days = Sur plusieurs jours, un réveil se répète. Dis par exemple : tous les lundis et mardis à sept heures.
