# Tasks that come again: what was set, done, moved and skipped.
#
# $often: "un mardi sur deux" (repeats.ftl). $due: "vendredi à 15 h"; $on_due: the same with its
# preposition.

repeat-at-clock = { $often } { $at_clock }
repeat-next = { $title }, { $often } : la prochaine fois { $on_due }.

# What was made. $days: the first day, or the first two of them.
repeat-made = { $title }, { $often } : la première fois { $days }.
repeat-made-in = { $title }, { $often }, dans la liste { $project } : la première fois { $days }.
# $first and $second: "vendredi", "demain".
repeat-first-days = { $first }, puis { $second }

# Of the 29th, 30th or 31st: in months that don't have it.
repeat-short-months-last-day = Pour les mois plus courts, c'est le dernier jour.
repeat-short-months-left-out = Les mois plus courts sont sautés.
# Of February 29.
repeat-short-februaries-last-day = Les autres années, c'est le 28 février.
repeat-short-februaries-left-out = Les autres années sont sautées.

repeat-ended = { $title } ne se répète plus.
repeat-moved-once = J'ai déplacé { $title } à { $due }, pour cette fois seulement.
repeat-done = C'est fait : { $title }. La prochaine fois : { $due }.
repeat-done-last = C'est fait : { $title }. C'était la dernière fois.
repeat-skipped = J'ai sauté { $title } pour cette fois. La prochaine fois : { $due }.
repeat-caught-up = { $title }, c'est pour { $due }.
