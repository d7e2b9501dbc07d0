# Why what was planned is not done.

# The person said no.
refusal-declined = D'accord, je n'ai rien changé.
refusal-changed_since = Quelque chose a changé depuis ma question, alors je n'ai rien fait. Redemande-moi si tu le veux toujours.
refusal-only_by_hand = Ce qui est supprimé définitivement est perdu, alors fais-le toi-même : dans la corbeille, à la main.

# Undo, redo or deleting for good, with something else in one breath.
refusal-not_together = Pour annuler, refaire ou supprimer définitivement, dis seulement cela. Je n'ai encore rien changé.

# One of several wishes can't be done. $reason is a whole sentence that says why; $place and $total are
# numbers in words.
refusal-of-all = { $reason } C'est le numéro { $place } sur { $total }, alors je n'ai rien fait du tout.

# What a change is to do, before it is done: $step is from steps.yaml, $fields what of it is changed.
step-changes = { $step } : { $fields }

correct-undo-first = Dis d'abord « annule ça », puis ce que tu veux pour { $title }.
