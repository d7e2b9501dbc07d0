"""Deleting for good: out of the tables, the log and the stored commands; the log stays proved."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from control_api.edges.search.store import rebuild_indexes
from control_api.engine.approval_store import forget_asked
from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.engine.store import redact
from control_api.engine.trash_store import find_kind, to_purge
from control_api.kinds.tasks.records.store import remove_task
from control_api.kinds.things.store import remove_thing
from control_api.log.changes import Purged
from control_api.log.entries import commands_about, empty
from shared.problems import NotFoundError
from shared.thing_actions import EmptyTrash, PurgeThing


def purge_thing(db: Database, action: PurgeThing, moment: Moment) -> Result:
    """Delete one thing in the trash for good, and what goes with it."""
    del moment
    if find_kind(db, action.thing_id) is None:
        raise NotFoundError("There is nothing with this id in the trash.")
    return _purge(db, action, to_purge(db, action.thing_id))


def empty_trash(db: Database, action: EmptyTrash, moment: Moment) -> Result:
    """Delete everything in the trash for good."""
    del moment
    return _purge(db, action, to_purge(db, None))


def _purge(db: Database, action: PurgeThing | EmptyTrash, purged: list[Purged]) -> Result:
    for each in purged:
        remove = remove_task if each.kind == "task" else remove_thing
        remove(db, each.thing_id)
    ids = {each.thing_id for each in purged}
    if ids:
        redact(db, ids, commands_about(db, ids))
        forget_asked(db)
        empty(db, ids)
        rebuild_indexes(db)
    return Result(action=action, purged=purged)


APPLY: dict[type[Any], Callable[[Database, Any, Moment], Result]] = {
    PurgeThing: purge_thing,
    EmptyTrash: empty_trash,
}
"""Each raises `NotFoundError`; the caller rolls back."""
