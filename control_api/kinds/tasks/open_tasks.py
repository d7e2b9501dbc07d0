"""What is still to be done, kept in mind from one sentence to the next."""

from weakref import WeakKeyDictionary

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.records.store import latest_open_tasks, open_tasks_by_id
from control_api.log.in_mind import Place, told_since
from shared.events import Kind
from shared.tasks import Task

SPARE = 200
"""So many more are kept in mind, so that those that get done leave no gap at once."""

_NAMING: frozenset[Kind] = frozenset({"project", "tag", "person"})
"""Kinds of things whose names are in the tasks."""
Key = tuple[str, int]
"""When a task was changed last, and its position: the order, the greatest first."""


class _Mind(msgspec.Struct):
    """The latest open tasks as they were at one place in the log."""

    place: Place
    tasks: dict[str, tuple[Key, Task]]
    """By id."""
    beyond: Key | None
    """Tasks older than that are not in mind; None when all are."""
    latest: list[Task]
    """The latest of them, most recently changed first."""


_minds: WeakKeyDictionary[Database, _Mind] = WeakKeyDictionary()
"""By connection, and gone with it; only its own thread reads with one."""


def recall_open_tasks(db: Database, limit: int, now: Place) -> list[Task]:
    """What is still to be done, most recently changed first; `now` is where the log ends.

    Only what was changed since the last time is read; what was then rolled back is noticed. As
    long as nothing changes, the very same list is given.
    """
    mind = _minds.get(db)
    if mind is None or not _follow(db, mind, limit, now):
        mind = _minds[db] = _read(db, limit, now)
    return mind.latest


def _read(db: Database, limit: int, now: Place) -> _Mind:
    found = latest_open_tasks(db, limit + SPARE)
    tasks = {task.id: ((task.updated_at, place), task) for place, task in found}
    is_all = len(found) < limit + SPARE
    beyond = None if is_all else min(key for key, _ in tasks.values())
    return _Mind(now, tasks, beyond, _latest(tasks, limit))


def _follow(db: Database, mind: _Mind, limit: int, now: Place) -> bool:
    """Bring what is in mind to a place in the log; False when all must be read anew."""
    told = told_since(db, mind.place, now)
    if told is None or any(kind in _NAMING and not is_new for kind, _, is_new in told):
        return False
    mind.place = now
    ids = [thing_id for kind, thing_id, _ in told if kind == "task"]
    if not ids:
        return True
    for task_id in ids:
        mind.tasks.pop(task_id, None)
    for place, task in open_tasks_by_id(db, ids):
        key = (task.updated_at, place)
        if mind.beyond is None or key >= mind.beyond:
            mind.tasks[task.id] = (key, task)
    mind.latest = _latest(mind.tasks, limit)
    return mind.beyond is None or len(mind.tasks) >= limit


def _latest(tasks: dict[str, tuple[Key, Task]], limit: int) -> list[Task]:
    return [task for _, task in sorted(tasks.values(), key=_key, reverse=True)[:limit]]


def _key(kept: tuple[Key, Task]) -> Key:
    return kept[0]
