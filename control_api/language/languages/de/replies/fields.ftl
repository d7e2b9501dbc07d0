# Was an einer Aufgabe außer Titel, Datum und Liste geändert wurde: wie es jetzt ist.

field-priority-now = { $priority ->
    [urgent] { $title } ist jetzt dringend.
    [high] { $title } hat jetzt hohe Priorität.
    [medium] { $title } hat jetzt mittlere Priorität.
    [low] { $title } hat jetzt niedrige Priorität.
   *[none] { $title } hat jetzt keine Priorität.
}

field-tags-added = { $title } hat jetzt das Schlagwort { $tags }.
field-tags-none = { $title } hat jetzt keine Schlagwörter.
field-tags-gone = { $count ->
    [one] { $title } hat das Schlagwort { $tags } nicht mehr.
   *[other] { $title } hat die Schlagwörter { $tags } nicht mehr.
}
field-tags-made = { $count ->
    [one] Das Schlagwort ist neu.
   *[other] Die Schlagwörter sind neu.
}

field-people-none = { $title } ist jetzt für niemand Bestimmten.
field-people-now = { $title } ist für { $people }.
field-people-instead = { $title } ist jetzt für { $people }, nicht mehr für { $gone }.
field-people-made = { $people } habe ich zu deinen Personen hinzugefügt.

field-notes-none = { $title } hat jetzt keine Notizen.
field-notes-written = Das steht jetzt in den Notizen zu { $title }.
field-notes-noted = Notiert zu { $title }: { $note }.

field-part-of = { $title } ist jetzt ein Teil von { $whole }.
field-part-of-another = { $title } ist jetzt ein Teil einer anderen Aufgabe.
field-part-of-none = { $title } ist jetzt eine eigene Aufgabe.

field-waits-for = { $title } wartet auf { $others }.
field-waits-no-longer = { $title } wartet nicht mehr auf { $others }.
field-waits-for-another = eine andere Aufgabe
field-waits-for-gone = eine Aufgabe, die es nicht mehr gibt

field-start-now = { $title } beginnt { $start }.
field-start-none = { $title } hat jetzt kein Startdatum.
field-deadline-now = Die Frist für { $title } ist { $deadline }.
field-deadline-none = { $title } hat jetzt keine Frist.

field-length-now = { $title } dauert { $length }.
field-length-none = Wie lange { $title } dauert, ist jetzt offen.

field-reminder-new = Ich erinnere dich { $when } an { $title }.
field-reminders-none = { $title } hat jetzt keine eigenen Erinnerungen.
field-reminder-at-due = wenn es so weit ist
field-reminder-at-deadline = zur Frist
field-reminder-at-start = wenn es beginnt
field-reminder-before-due = { $length } vorher
field-reminder-before-deadline = { $length } vor der Frist
field-reminder-before-start = { $length } vor dem Beginn

field-moved-up = { $title } steht jetzt weiter oben.
field-moved-down = { $title } steht jetzt weiter unten.
