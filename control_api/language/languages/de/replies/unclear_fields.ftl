# Rückfragen und Absagen zu einer Aufgabe: wem sie gehört, ihre Tage, Schlagwörter, Notizen, Teile und ihr Platz.

task-none-like = Ich finde keine offene Aufgabe wie „{ $name }“. Welche Aufgabe meinst du?

assigned-not-to = { $task } ist { $people } nicht zugewiesen.
assign-whom = Für wen ist { $title }? Nenn mir einen Namen.
person-which = Wen meinst du: { $names } oder { $last }?
person-which-or-else = Wen meinst du: { $names } oder jemand anderen?

start-none = { $task } hat kein Startdatum.
deadline-none = { $task } hat keine Frist.
deadline-unsaid = Wann ist die Frist für { $title }?
time-unsaid = Wann ist { $title }? Nenn einen Tag und eine Uhrzeit.
length-unknown = Wie lange { $task } dauert, weiß ich nicht.
waits-for-nothing = { $task } wartet auf nichts.

note-unsaid = Was soll in der Notiz zu { $title } stehen?
comment-unsaid = Was soll im Kommentar zu { $title } stehen?
notes-none = { $task } hat keine Notizen.
tag-unsaid = Welches Schlagwort soll { $title } haben?

priority-unsaid = Soll die Priorität von { $title } dringend, hoch, mittel oder niedrig sein?
priority-highest = { $task } ist schon dringend.
priority-lowest = { $task } hat schon niedrige Priorität.

part-unsaid = Was soll ich als Teil von { $title } hinzufügen?
part-of-none = { $task } ist kein Teil einer anderen Aufgabe.

not-on-one-list = { $task } und { $title } stehen nicht auf derselben Liste.
too-many-to-sort = Auf dieser Liste stehen zu viele Aufgaben, um sie mit Worten zu sortieren.

remind-unsaid = Wann soll ich dich an { $title } erinnern?
remind-again-unsaid = Wann soll ich dich wieder erinnern? Nenn eine Zeit, die noch kommt.
remind-without-date = { $task } hat noch kein Datum. Wann soll ich dich daran erinnern?
remind-without-clock = { $task } hat noch keine Uhrzeit. Um wie viel Uhr soll ich dich daran erinnern?
remind-too-late = Für diese Erinnerung an { $title } ist es zu spät.
reminders-none = { $task } hat keine eigenen Erinnerungen.

not-started = { $task } ist nicht begonnen, ruht also schon. Zum Verschieben sag: Verschieb { $title } auf Montag.
task-is-open = { $task } ist offen.
finished-none-like = „{ $name }“ finde ich nicht unter dem, was zuletzt erledigt wurde.
reminder-at-due-only = { $task } hat keine eigenen Erinnerungen und meldet sich nur, wenn es so weit ist. Soll ich die Uhrzeit wegnehmen?
