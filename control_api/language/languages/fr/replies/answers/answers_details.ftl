# Answers to questions about what is known of one task; see answers.ftl.

answer-for = { $name } est pour { $people }.
answer-for-nobody = { $name } n'est pour personne en particulier.
answer-takes = { $name } prend { $length }.
answer-no-length = rien ne dit combien de temps prend { $name }.
answer-says = c'est écrit : { $title }.
answer-says-on-list = c'est écrit : { $title }, { $on_list }.

answer-notes = les notes pour { $name } disent : { $notes }
answer-no-notes = { $name } n'a pas de notes.
# What is too long to read out.
notes-cut = { $notes }, et ainsi de suite.

# Everything. $details: the title, then those of the pieces that there are.
answer-details = { $details }.
answer-details-and-notes = { $details }. Les notes disent : { $notes }
detail-deadline = date limite { $deadline }
detail-urgent = urgent
detail-for = pour { $people }
detail-tagged = étiquette { $tags }
detail-takes = durée { $length }
detail-blocked = en attente d'autre chose
