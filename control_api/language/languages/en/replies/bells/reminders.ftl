# When a reminder goes out. $title is a task, $due is when that is ("tomorrow at 3 PM").
reminder-out = Reminder: { $title }.
reminder-out-due = Reminder: { $title }, { $due }.

# It comes late. $when has its preposition: "at 3 PM", "yesterday at 3 PM".
reminder-late = This was due { $when }.
