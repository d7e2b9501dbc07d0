# What was done to lists, tags, people, saved filters and comments, and to all at once.
# $thing is "thing-..." where it is the subject of the sentence, "object-..." elsewhere.

thing-back = { $thing } is back.
thing-back-task = It is back.
thing-active = { $thing } is active again.
thing-added = Added { $thing }.
thing-deleted = Deleted { $thing }.
thing-archived = Archived { $thing }.
thing-changed = Changed { $thing }.
# $thing by its old name, $name the new one.
thing-renamed = Renamed { $thing } to { $name }.
thing-so-already = It was so already: { $thing }.

# For good, out of the trash. $things: "three things".
purged = Deleted { $things } for good.
purged-nothing = The trash is empty already.

# A task that waited for what is done now; its title mostly says what to do: "call Sarah".
task-freed = Now you can { $title }.

# An import: $counts is one or several of those below.
imported = Imported: { $counts }.
imported-nothing = Nothing about your tasks has changed.
imported-new = { $tasks } added
imported-changed = { $tasks } changed
imported-restored = { $tasks } brought back
# Behind "Undone: ".
import-undone = { $count ->
    [one] the import of { $number } task is taken back.
   *[other] the import of { $number } tasks is taken back.
}
