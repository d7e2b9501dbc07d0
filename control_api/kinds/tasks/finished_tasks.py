"""What was finished lately, kept in mind until something changes."""

from weakref import WeakKeyDictionary

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.records.store import latest_finished_tasks
from control_api.log.entries import hash_at, last_position
from shared.tasks import Task


class _Mind(msgspec.Struct, frozen=True):
    """The tasks finished latest, as they were at one place in the log."""

    hash: str | None
    """Of the event there: as long as it is the last, all is as it was."""
    limit: int
    tasks: list[Task]


_minds: WeakKeyDictionary[Database, _Mind] = WeakKeyDictionary()
"""By connection, and gone with it; only its own thread reads with one."""


def recall_finished_tasks(db: Database, limit: int) -> list[Task]:
    """What was completed or cancelled, the latest first: so many of each at most."""
    last = hash_at(db, last_position(db))
    mind = _minds.get(db)
    if mind is None or (mind.hash, mind.limit) != (last, limit):
        mind = _minds[db] = _Mind(last, limit, latest_finished_tasks(db, limit))
    return mind.tasks
