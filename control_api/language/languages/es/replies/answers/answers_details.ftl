# Answers to questions about what is known of one task; see answers.ftl.

answer-for = { $name } es para { $people }.
answer-for-nobody = nadie tiene asignado { $name }.
answer-takes = { $name } lleva { $length }.
answer-no-length = no pone cuánto lleva { $name }.
answer-says = pone { $title }.
answer-says-on-list = pone { $title }, { $on_list }.

answer-notes = las notas de { $name } dicen: { $notes }
answer-no-notes = { $name } no tiene notas.
notes-cut = { $notes }, y sigue.

answer-details = { $details }.
answer-details-and-notes = { $details }. Las notas dicen: { $notes }
detail-deadline = fecha límite { $deadline }
detail-urgent = urgente
detail-for = para { $people }
detail-tagged = con la etiqueta { $tags }
detail-takes = lleva { $length }
detail-blocked = a la espera de otra cosa
