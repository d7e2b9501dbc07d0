# Antworten darauf, was über eine Aufgabe bekannt ist; siehe answers.ftl.

answer-for = { $name } ist für { $people }.
answer-for-nobody = { $name } ist niemandem zugewiesen.
answer-takes = { $name } dauert { $length }.
answer-no-length = wie lange { $name } dauert, steht nirgends.
answer-says = da steht { $title }.
answer-says-on-list = da steht { $title }, { $on_list }.

answer-notes = in den Notizen zu { $name } steht: { $notes }
answer-no-notes = { $name } hat keine Notizen.
notes-cut = { $notes }, und so weiter.

answer-details = { $details }.
answer-details-and-notes = { $details }. In den Notizen steht: { $notes }
detail-deadline = Frist { $deadline }
detail-urgent = dringend
detail-for = für { $people }
detail-tagged = Schlagwort { $tags }
detail-takes = dauert { $length }
detail-blocked = wartet auf etwas anderes
