"""What is still to be done, kept in mind from one sentence to the next."""

from weakref import WeakKeyDictionary

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.records.store import latest_open_tasks, open_tasks_by_id
from control_api.log.entries import changed_since, hash_at, last_position
from shared.tasks import Task

SPARE = 200
"""So many more are kept in mind, so that those that get done leave no gap at once."""
MOST_CHANGES = 500
"""After more events all is read anew."""

Key = tuple[str, int]
"""When a task was changed last, and its position: the order, the greatest first."""


class _Mind(msgspec.Struct):
    """The latest open tasks as they were at one place in the log."""

    position: int
    hash: str | None
    """Of the event there: as long as it is the same, so is all before it."""
    tasks: dict[str, tuple[Key, Task]]
    """By id."""
    beyond: Key | None
    """Tasks older than that are not in mind; None when all are."""


_minds: WeakKeyDictionary[Database, _Mind] = WeakKeyDictionary()
"""By connection, and gone with it; only its own thread reads with one."""


def recall_open_tasks(db: Database, limit: int) -> list[Task]:
    """What is still to be done, most recently changed first.

    Only what was changed since the last time is read; what was then rolled back is noticed.
    """
    mind = _minds.get(db)
    position = last_position(db)
    if mind is None or not _follow(db, mind, position, limit):
        mind = _minds[db] = _read(db, position, limit)
    latest = sorted(mind.tasks.values(), key=_key, reverse=True)[:limit]
    return [task for _, task in latest]


def _read(db: Database, position: int, limit: int) -> _Mind:
    found = latest_open_tasks(db, limit + SPARE)
    tasks = {task.id: ((task.updated_at, place), task) for place, task in found}
    is_all = len(found) < limit + SPARE
    beyond = None if is_all else min(key for key, _ in tasks.values())
    return _Mind(position, hash_at(db, position), tasks, beyond)


def _follow(db: Database, mind: _Mind, position: int, limit: int) -> bool:
    """Bring what is in mind to a place in the log; False when all must be read anew."""
    since = position - mind.position
    if not 0 <= since <= MOST_CHANGES or hash_at(db, mind.position) != mind.hash:
        return False
    if since == 0:
        return True
    changed = changed_since(db, mind.position)
    if any(kind in {"project", "tag", "person"} and not is_new for kind, _, is_new in changed):
        return False  # its name is in the tasks
    ids = [thing_id for kind, thing_id, _ in changed if kind == "task"]
    for task_id in ids:
        mind.tasks.pop(task_id, None)
    for place, task in open_tasks_by_id(db, ids):
        key = (task.updated_at, place)
        if mind.beyond is None or key >= mind.beyond:
            mind.tasks[task.id] = (key, task)
    mind.position, mind.hash = position, hash_at(db, position)
    return mind.beyond is None or len(mind.tasks) >= limit


def _key(kept: tuple[Key, Task]) -> Key:
    return kept[0]
