# Questions back and refusals about what was done and what was deleted.

undo-too-many = I undo { $most } things at once at most.
redo-too-many = I do { $most } things again at once at most.
# $name is what was said.
undo-none-like = I find nothing of late that was done to { $name }.
undo-which = Which one shall I undo: { $deeds }?
# Several of "undo-that-": $deeds is one or more of them.
undo-which-or = { $deeds }, or { $deed }
# Each deed with the name of what it was done to.
undo-that-added = that I added { $name }
undo-that-finished = that I finished { $name }
undo-that-cancelled = that I cancelled { $name }
undo-that-reopened = that I opened { $name } again
undo-that-started = that I started { $name }
undo-that-moved = that I moved { $name }
undo-that-renamed = that I renamed { $name }
undo-that-changed = that I changed { $name }
undo-that-deleted = that I deleted { $name }
undo-that-restored = that I brought back { $name }
changes-by-name = I don't know by name who changed what. Ask: what changed today, or: what did I do today.
changes-no-member = There is no { $name } who shares this workspace.

trash-none-then = Nothing was deleted then.
# $name is what was said.
trash-none-like = I find nothing like { $name } in the trash.
trash-last = The last thing deleted is { $name }.
trash-which-like = Which one do you mean?
# $names are all but the last of "trash-one", with semicolons between them.
trash-which = Which one do you mean: { $names }; or { $last }?
# $day is "today", "last Monday", "Friday, December 4".
trash-one = { $name }, deleted { $day }
trash-not-for-good = What is deleted for good is gone, so do that by hand, in the trash. To put it there, say: delete { $name }.
