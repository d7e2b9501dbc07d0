# When a reminder goes out. $title is a task, $due is when that is ("demain à 15 h").
reminder-out = Rappel : { $title }.
reminder-out-due = Rappel : { $title }, { $due }.

# It comes late. $when has its preposition: "à 15 h", "hier à 15 h".
reminder-late = C'était prévu { $when }.
