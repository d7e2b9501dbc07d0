"""What an import does to a workspace, inside the transaction of its command."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlite_utils import Database

from control_api.edges.exchange.intake.check import clean_import
from control_api.edges.exchange.intake.plan import NAMELESS, Plan, Records, Step
from control_api.engine.moment import Moment
from control_api.engine.results import MOST_MENTIONED, Result
from control_api.kinds.simple.store import save_things, trash_thing
from control_api.kinds.tasks.records.store import save_tasks
from control_api.log.changes import Change
from control_api.log.entries import Cause, append
from shared.moving import ImportThings
from shared.problems import MassChangeError
from shared.tasks import Task
from shared.things import Thing

AT_ONCE = 500
"""Tasks that are written by one statement."""
CACHE_KIB = 64 * 1024


class ImportFile(ImportThings, frozen=True, tag="import_things"):
    """The same, of things that are read from a file while they are written."""

    records: Any = None
    """`Records`."""
    kinds: Any = None
    """`Kinds`, to log with."""
    has_ended: Callable[[], bool] = lambda: False
    """Whether nobody waits for it any more."""


class InMemory:
    """The `Records` of an action that has them all itself."""

    def __init__(self, action: ImportThings) -> None:
        self.named: list[Thing] = [
            *action.projects,
            *action.tags,
            *action.people,
            *action.filters,
        ]
        self._others: list[list[Any]] = [
            *(action.timers, action.alarms, action.settings),
            *(action.comments, action.occurrences, action.tasks),
        ]

    def others(self) -> Iterator[list[Any]]:
        """All else."""
        for things in self._others:
            for begin in range(0, len(things), AT_ONCE):
                yield things[begin : begin + AT_ONCE]


def import_things(db: Database, action: ImportThings, moment: Moment) -> Result:
    """Take in all of it. Raises `MassChangeError` when much would change, and is not forced."""
    changes: list[Change] = []
    counts = _take_in(db, action, InMemory(clean_import(action)), moment, changes.extend)
    return Result(action=counts, also=changes)


def import_file(db: Database, action: ImportFile, moment: Moment) -> Result:
    """Do the same with no more in memory than is being written.

    What it did is in the log already when this returns; the result has only the last of it.
    """
    # The command that they belong to is written in the end.
    db.execute("PRAGMA defer_foreign_keys = ON")
    cause = Cause(
        command_id=moment.command_id, at=moment.stamp, source=moment.source, actor=moment.actor
    )
    last: deque[Change] = deque(maxlen=MOST_MENTIONED)

    def log(changes: list[Change]) -> None:
        append(db, action.kinds, changes, cause)
        last.extend(changes)
        if action.has_ended():
            raise GoneError

    with _larger_cache(db):
        counts = _take_in(db, action, action.records, moment, log)
    return Result(action=counts, also=[*last], is_logged=True)


class GoneError(Exception):
    """Nobody waits for the import any more, so it is taken back."""


@contextmanager
def _larger_cache(db: Database) -> Iterator[None]:
    """Keep the indexes in memory: without that each is read again and again, half of the time."""
    (before,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {before}")


def _take_in(
    db: Database,
    action: ImportThings,
    records: Records,
    moment: Moment,
    tell: Callable[[list[Change]], None],
) -> ImportThings:
    plan = Plan(db, action, moment.stamp, moment.actor)
    for steps in plan.steps(db, records):
        # What is not to be done is only counted from then on.
        if not plan.is_stopped:
            _write(db, steps, moment)
            tell([step.change for step in steps if step.change is not None])
    if plan.stops is not None and not action.force:
        raise MassChangeError(plan.stops)
    return ImportThings(counts=plan.counts)


def _write(db: Database, steps: list[Step], moment: Moment) -> None:
    tasks: list[tuple[Task, str | None]] = []
    things: list[tuple[Thing, str | None]] = []
    for step in steps:
        if isinstance(step.subject, Task):
            tasks.append((step.subject, step.trashed_at))
            continue
        things.append((step.subject, step.trashed_at))
        if _has_other_name(step.change):
            # So that two things can change names with each other.
            trash_thing(db, step.subject.id, moment.stamp)
    if things:
        save_things(db, things)
    if tasks:
        save_tasks(db, tasks)


def _has_other_name(change: Change | None) -> bool:
    return (
        change is not None and change.before is not None and not isinstance(change.before, NAMELESS)
    )


ACTIONS: dict[type[Any], Callable[[Database, Any, Moment], Result]] = {
    ImportThings: import_things,
    ImportFile: import_file,
}
"""Raises `InvalidInputError`, `ConflictError` or `MassChangeError`; the caller rolls back."""
