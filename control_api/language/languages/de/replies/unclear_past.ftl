# Rückfragen und Absagen zu dem, was getan und was gelöscht wurde.

undo-too-many = Auf einmal mache ich höchstens { $most } Sachen rückgängig.
redo-too-many = Auf einmal stelle ich höchstens { $most } Sachen wieder her.
undo-none-like = Ich finde nichts, was zuletzt mit „{ $name }“ getan wurde.
undo-which = Was soll ich rückgängig machen: { $deeds }?
undo-which-or = { $deeds } oder { $deed }
undo-that-added = dass ich { $name } hinzugefügt habe
undo-that-finished = dass ich { $name } abgehakt habe
undo-that-cancelled = dass ich { $name } abgesagt habe
undo-that-reopened = dass ich { $name } wieder geöffnet habe
undo-that-started = dass ich { $name } begonnen habe
undo-that-moved = dass ich { $name } verschoben habe
undo-that-renamed = dass ich { $name } umbenannt habe
undo-that-changed = dass ich { $name } geändert habe
undo-that-deleted = dass ich { $name } gelöscht habe
undo-that-restored = dass ich { $name } wiederhergestellt habe
changes-by-name = Wer was geändert hat, weiß ich nicht mit Namen. Frag: Was hat sich heute geändert? Oder: Was habe ich heute gemacht?
changes-no-member = { $name } ist nicht unter denen, die diesen Arbeitsbereich teilen.

trash-none-then = Da wurde nichts gelöscht.
trash-none-like = Im Papierkorb finde ich nichts wie „{ $name }“.
trash-last = Zuletzt gelöscht wurde { $name }.
trash-which-like = Welche meinst du?
trash-which = Welche meinst du: { $names } oder { $last }?
trash-one = { $name }, gelöscht { $day }
trash-not-for-good = Was endgültig gelöscht ist, ist weg. Das mach bitte von Hand, im Papierkorb. Um es dorthin zu legen, sag: Lösche { $name }.
