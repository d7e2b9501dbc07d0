# Answers to questions about what is known of one task; see answers.ftl.

answer-for = { $name } is for { $people }.
answer-for-nobody = nobody is assigned to { $name }.
answer-takes = { $name } takes { $length }.
answer-no-length = nothing says how long { $name } takes.
answer-says = it says { $title }.
answer-says-on-list = it says { $title }, { $on_list }.

answer-notes = the notes on { $name } say: { $notes }
answer-no-notes = { $name } has no notes.
# What is too long to read out.
notes-cut = { $notes }, and so on.

# Everything. $details: the title, then those of the pieces that there are.
answer-details = { $details }.
answer-details-and-notes = { $details }. The notes say: { $notes }
detail-deadline = deadline { $deadline }
detail-urgent = urgent
detail-for = for { $people }
detail-tagged = tagged { $tags }
detail-takes = takes { $length }
detail-blocked = waiting for something else
