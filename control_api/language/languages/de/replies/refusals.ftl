# Warum etwas Geplantes nicht getan wird.

refusal-declined = In Ordnung, es bleibt, wie es war.
refusal-changed_since = Seit meiner Frage hat sich etwas geändert, deshalb habe ich es gelassen. Sag es noch einmal, wenn du es noch willst.
refusal-only_by_hand = Was endgültig gelöscht ist, ist weg. Das mach bitte selbst: im Papierkorb, von Hand.

refusal-not_together = Rückgängig machen, wiederholen und endgültig löschen kann ich nur für sich allein. Ich habe noch nichts geändert.

refusal-of-all = { $reason } Das ist Nummer { $place } von { $total }, deshalb habe ich nichts davon getan.

step-changes = { $step }: { $fields }

correct-undo-first = Sag zuerst „mach das rückgängig“ und dann, was mit { $title } sein soll.
