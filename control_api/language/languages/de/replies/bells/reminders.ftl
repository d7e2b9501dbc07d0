# Wenn eine Erinnerung hinausgeht.
reminder-out = Erinnerung: { $title }.
reminder-out-due = Erinnerung: { $title }, { $due }.

reminder-late = Das war { $when } fällig.
