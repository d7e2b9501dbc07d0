# Was mit Aufgaben geschehen ist.

results-more = Und { $more } weitere.

created = Hinzugefügt: { $title }.
created-details = Hinzugefügt: { $title }, { $details }.
created-in = Auf der Liste „{ $project }“: { $title }.
created-in-details = Auf der Liste „{ $project }“: { $title }, { $details }.
created-due = { $title }, { $due }.
created-due-details = { $title }, { $due }, { $details }.

created-with-in = auf der Liste „{ $project }“
created-with-priority = { $priority ->
    [urgent] dringend
    [high] hohe Priorität
    [medium] mittlere Priorität
   *[low] niedrige Priorität
}
created-with-tags = Schlagwort { $tags }
created-with-people = für { $people }
created-with-part = ein Teil von { $whole }
created-with-deadline = Frist { $deadline }
created-with-takes = dauert { $length }
created-with-reminder = Erinnerung { $when }
created-with-note = mit einer Notiz

created-several = Hinzugefügt: { $titles }.
created-several-in = Auf der Liste „{ $project }“: { $titles }.
created-several-due = Hinzugefügt: { $titles }, { $due }.
created-several-in-due = Auf der Liste „{ $project }“: { $titles }, { $due }.

updated-title = { $before } heißt jetzt { $title }.
updated-due = Verschoben: { $title } auf { $due }.
updated-no-date = { $title } hat jetzt kein Datum.
updated-project = { $title } steht jetzt auf der Liste „{ $project }“.
updated-no-project = { $title } steht jetzt auf keiner Liste.
updated = Geändert: { $title }.
updated-so-already = Das war schon so: { $title }.
updated-so-already-due = Das war schon so: { $title }, { $due }.

status-complete = Erledigt: { $title }.
status-cancel = Abgesagt: { $title }.
status-start = Begonnen: { $title }.
status-reopen = { $title } ist wieder offen.
status-delete = Gelöscht: { $title }.
status-restore = { $title } ist wieder da.
status-on-hold = { $title } ruht: Es ist wieder zu tun.
status-snoozed = Ich erinnere dich { $when } wieder an { $title }.
