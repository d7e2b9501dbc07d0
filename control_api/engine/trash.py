"""Out of the trash: back, or for good. What is purged leaves tables, log and stored commands.

The log stays proved: its hashes do not need what they were made of.
"""

from sqlite_utils import Database

from control_api.engine.approval_store import forget_asked
from control_api.engine.results import Result
from control_api.engine.store import redact
from control_api.engine.trash_store import find_shown, to_purge
from control_api.log.changes import Change, Purged
from control_api.log.entries import commands_about, empty
from control_api.log.kinds import Kinds
from shared.problems import NotFoundError
from shared.thing_actions import EmptyTrash, PurgeThing, RestoreThing

_NOT_THERE = "There is nothing with this id in the trash."


def restore_thing(db: Database, kinds: Kinds, action: RestoreThing) -> Result:
    """Take a thing out of the trash, of a kind that has no other action for it.

    Raises `NotFoundError`, and `ConflictError` when another stands in its place.
    """
    for kept in kinds.kept.values():
        found = None
        if kept.is_shown_in_trash and kept.restored_by is RestoreThing:
            found = kept.find_trashed(db, action.thing_id)
        if found is not None:
            kept.check_before(db, found)
            kept.save(db, found)
            return Result(action=action, also=[Change(before=None, after=found)])
    raise NotFoundError(_NOT_THERE)


def purge_thing(db: Database, kinds: Kinds, action: PurgeThing) -> Result:
    """Delete one thing in the trash for good, and what goes with it. Raises `NotFoundError`."""
    if find_shown(db, kinds, action.thing_id) is None:
        raise NotFoundError(_NOT_THERE)
    return _purge(db, kinds, action, to_purge(db, kinds, action.thing_id))


def empty_trash(db: Database, kinds: Kinds, action: EmptyTrash) -> Result:
    """Delete everything in the trash for good."""
    return _purge(db, kinds, action, to_purge(db, kinds, None))


def _purge(
    db: Database, kinds: Kinds, action: PurgeThing | EmptyTrash, purged: list[Purged]
) -> Result:
    for each in purged:
        kinds.kept[each.kind].remove(db, each.thing_id)
    ids = {each.thing_id for each in purged}
    if ids:
        redact(db, ids, commands_about(db, ids))
        forget_asked(db)
        empty(db, ids)
        for kept in kinds.kept.values():
            kept.after_purge(db)
    return Result(action=action, purged=purged)
