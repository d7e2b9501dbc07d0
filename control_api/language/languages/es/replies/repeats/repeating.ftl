# Tasks that come again: what was set, done, moved and skipped.

repeat-at-clock = { $often } { $at_clock }
repeat-next = { $title }, { $often }: la próxima vez { $on_due }.

repeat-made = { $title }, { $often }: la primera vez { $days }.
repeat-made-in = { $title }, { $often }, en { $project }: la primera vez { $days }.
repeat-first-days = { $first }, luego { $second }

repeat-short-months-last-day = En los meses más cortos es el último día.
repeat-short-months-left-out = Los meses más cortos se saltan.
repeat-short-februaries-last-day = Los demás años es el 28 de febrero.
repeat-short-februaries-left-out = Los demás años se saltan.

repeat-ended = { $title } ya no se repite.
repeat-moved-once = He pasado { $title } para { $due }, solo esta vez.
repeat-done = Hecho: { $title }. La próxima vez: { $due }.
repeat-done-last = Hecho: { $title }. Era la última vez.
repeat-skipped = Esta vez salto { $title }. La próxima vez: { $due }.
repeat-caught-up = { $title } es para { $due }.
