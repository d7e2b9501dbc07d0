# Aufgaben, die wiederkommen: was gesetzt, erledigt, verschoben und ausgelassen wurde.

repeat-at-clock = { $often } { $at_clock }
repeat-next = { $title }, { $often }: das nächste Mal { $on_due }.

repeat-made = { $title }, { $often }: zuerst { $days }.
repeat-made-in = { $title }, { $often }, auf der Liste „{ $project }“: zuerst { $days }.
repeat-first-days = { $first }, dann { $second }

repeat-short-months-last-day = In kürzeren Monaten ist es der letzte Tag.
repeat-short-months-left-out = Kürzere Monate fallen aus.
repeat-short-februaries-last-day = In anderen Jahren ist es der 28. Februar.
repeat-short-februaries-left-out = Andere Jahre fallen aus.

repeat-ended = { $title } wiederholt sich nicht mehr.
repeat-moved-once = Verschoben: { $title } auf { $due }, nur dieses Mal.
repeat-done = Erledigt: { $title }. Das nächste Mal: { $due }.
repeat-done-last = Erledigt: { $title }. Das war das letzte Mal.
repeat-skipped = Diesmal ausgelassen: { $title }. Das nächste Mal: { $due }.
repeat-caught-up = { $title } ist wieder aktuell: { $due }.
