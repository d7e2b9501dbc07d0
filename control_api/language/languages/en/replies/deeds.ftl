# What was deleted, and what was done in a stretch of time.

# Each deed with what it was done to: "moved call Sarah".
deed-added = added { $names }
deed-finished = finished { $names }
deed-cancelled = cancelled { $names }
deed-reopened = opened { $names } again
deed-started = started { $names }
deed-moved = moved { $names }
deed-renamed = renamed { $names }
deed-changed = changed { $names }
deed-deleted = deleted { $names }
deed-restored = brought back { $names }

# What it was done to, where that is no task.
deed-on-project = the list { $name }
deed-on-tag = the tag { $name }
deed-on-filter = the filter { $name }
deed-on-comment = a comment

deeds-mine = You { $deeds }.
deeds-mine-then = { $days } you { $deeds }.
deeds-all = These were changed: { $deeds }.
deeds-all-then = { $days } these were changed: { $deeds }.
deeds-none = Nothing was changed yet.
deeds-none-then = Nothing was changed { $days }.
deeds-none-mine = You changed nothing yet.
deeds-none-mine-then = You changed nothing { $days }.

deeds-by = { $name } { $deeds }.
deeds-by-then = { $days } { $name } { $deeds }.
deeds-none-by = { $name } changed nothing yet.
deeds-none-by-then = { $name } changed nothing { $days }.

trash-empty = The trash is empty.
trash-empty-then = Nothing was deleted { $days }.
trash-then = { $count ->
    [one] { $names } was deleted { $days }.
   *[other] { $names } were deleted { $days }.
}
trash-all = { $count ->
    [one] In the trash is { $things }: { $names }.
   *[other] In the trash are { $things }: { $names }.
}
