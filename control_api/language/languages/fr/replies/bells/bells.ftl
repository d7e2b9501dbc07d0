# Timers and alarms: what was set, changed and stopped, and which there are.
#
# $timer and $alarm: "le minuteur pâtes", "le réveil de 7 h" (bell_names.ftl); $bell is any of the two.
# $label: the name alone. $length, $left: "dix minutes". $when: "vendredi à 7 h"; $rings: the same
# with its preposition; both may be "tous les jours à 7 h". $clock: "7 h", $at_clock: "à 7 h".

timer-set = Minuteur lancé pour { $length }.
timer-set-named = Minuteur { $label } lancé pour { $length }.
alarm-set = Réveil réglé : { $when }.
alarm-set-named = Réveil { $label } réglé : { $when }.

bell-cancelled = J'ai annulé { $bell }.
bell-stopped = J'ai arrêté { $bell }.
bell-snoozed = Je sonnerai de nouveau dans { $length }.
bell-renamed = C'est maintenant { $bell }.
alarm-off = Réveil arrêté.
alarm-off-until = Réveil arrêté. Il sonnera de nouveau { $rings }.

timer-paused = J'ai mis en pause { $timer }, il reste { $left }.
timer-resumed = { $timer } reprend, il reste { $left }.
timer-paused-already = { $timer } est déjà en pause, il reste { $left }.
timer-running-already = { $timer } tourne déjà, il reste { $left }.
timer-left-now = Pour { $timer }, il reste maintenant { $left }.
alarm-so-already = C'était déjà le cas : { $alarm }, { $when }.
alarm-moved = J'ai déplacé le réveil à { $when }.
alarm-moved-named = J'ai déplacé le réveil { $label } à { $when }.

# Which there are: one.
timer-done = { $timer } est terminé.
timer-left = Pour { $timer }, il reste { $left }.
timer-left-paused = Pour { $timer }, il reste { $left }, et il est en pause.
alarm-is-ringing = { $alarm } sonne.
alarm-is-set = Ton réveil est réglé : { $when }.
alarm-is-set-named = { $alarm } est réglé : { $when }.

# None. $day: "demain", "vendredi".
bell-none = Aucun minuteur ni réveil n'est réglé.
timer-none = Aucun minuteur ne tourne.
alarm-none = Aucun réveil n'est réglé.
alarm-none-on = Aucun réveil n'est réglé pour { $day }.

# Several. $timers and $alarms: "deux minuteurs : pâtes, encore cinq minutes, et ...".
bells-there = Tu as { $bells }.
bells-there-both = Tu as { $alarms } et { $timers }.
bells-of-a-kind = { $count } : { $bells }
# Each of them; $timer is short: "pâtes", "celui de dix minutes".
timer-item = { $timer }, encore { $left }
timer-item-paused = { $timer }, en pause, encore { $left }
timer-item-done = { $timer }, qui est terminé
alarm-item-named = { $label } { $rings }

# When it rings, on time and late.
timer-was-done = { $timer } s'est terminé { $at_clock }.
alarm-rings = Il est { $clock }.
alarm-rings-named = Il est { $clock } : { $label }.
alarm-late = Le réveil de { $clock } est en retard.
alarm-late-named = Le réveil de { $clock } est en retard : { $label }.

# When nobody was there, today and on another day. $moment: "hier à 7 h"; $day: "hier".
timer-missed = Tu as manqué { $timer }. Il s'est terminé { $at_clock }.
timer-missed-then = Tu as manqué { $timer }. Il s'est terminé { $moment }.
alarm-missed = Tu as manqué un réveil. Il était réglé pour { $clock }.
alarm-missed-then = Tu as manqué un réveil. Il était réglé pour { $day }, { $clock }.
alarm-missed-named = Tu as manqué { $alarm }. Il était réglé pour { $clock }.
alarm-missed-named-then = Tu as manqué { $alarm }. Il était réglé pour { $day }, { $clock }.
