# Why what was planned is not done.

# The person said no.
refusal-declined = All right, I left it as it was.
refusal-changed_since = It was changed since I asked, so I left it. Ask me again if you still want it.
refusal-only_by_hand = What is deleted for good is gone, so do that yourself: in the trash, by hand.

# Undo, redo or deleting for good, with something else in one breath.
refusal-not_together = To undo, redo, or delete for good, say just that. I changed nothing yet.

# One of several wishes can't be done. $reason is a whole sentence that says why; $place and $total are
# numbers in words.
refusal-of-all = { $reason } That is number { $place } of { $total }, so I did none of them.

# What a change is to do, before it is done: $step is from steps.yaml, $fields what of it is changed.
step-changes = { $step }: { $fields }

# Another task was meant than the one that was changed.
correct-undo-first = Say "undo that" first, and then what you want for { $title }.
