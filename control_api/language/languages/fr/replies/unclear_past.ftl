# Questions back and refusals about what was done and what was deleted.

undo-too-many = J'annule au plus { $most } choses à la fois.
redo-too-many = Je refais au plus { $most } choses à la fois.
# $name is what was said.
undo-none-like = Je ne trouve rien de récent pour { $name }.
undo-which = Qu'est-ce que je dois annuler : { $deeds } ?
# Several of "undo-that-": $deeds is one or more of them.
undo-which-or = { $deeds }, ou { $deed }
# Each deed with the name of what it was done to.
undo-that-added = l'ajout : { $name }
undo-that-finished = la fin : { $name }
undo-that-cancelled = l'annulation : { $name }
undo-that-reopened = la réouverture : { $name }
undo-that-started = le début : { $name }
undo-that-moved = le déplacement : { $name }
undo-that-renamed = le nouveau nom : { $name }
undo-that-changed = la modification : { $name }
undo-that-deleted = la suppression : { $name }
undo-that-restored = le rétablissement : { $name }
changes-by-name = Je ne sais pas qui a modifié quoi. Demande : qu'est-ce qui a changé aujourd'hui, ou : qu'est-ce que j'ai fait aujourd'hui.
changes-no-member = { $name } ne partage pas cet espace.

trash-none-then = Rien n'a été supprimé à ce moment-là.
# $name is what was said.
trash-none-like = Je ne trouve rien comme { $name } dans la corbeille.
trash-last = La dernière chose supprimée est { $name }.
trash-which-like = Laquelle veux-tu dire ?
# $names are all but the last of "trash-one", with semicolons between them.
trash-which = Laquelle veux-tu dire : { $names } ; ou { $last } ?
# $day is "aujourd'hui", "lundi dernier", "vendredi 4 décembre".
trash-one = { $name }, dans la corbeille depuis { $day }
trash-not-for-good = Ce qui est supprimé définitivement est perdu, alors fais-le à la main, dans la corbeille. Pour l'y mettre, dis : supprime { $name }.
