# When a reminder goes out. $title is a task, $due is when that is.
reminder-out = Recordatorio: { $title }.
reminder-out-due = Recordatorio: { $title }, { $due }.

# It comes late. $when has its preposition.
reminder-late = Era para { $when }.
