"""What an import does to a workspace, inside the transaction of its command."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from control_api.commands.moment import Moment
from control_api.commands.readings import Result
from control_api.moving.plan import Plan
from control_api.tasks.store import save_task, save_trashed_task
from control_api.things.store import save_thing, save_trashed_thing, trash_thing
from shared.moving import ImportThings
from shared.problems import MassChangeError
from shared.tasks import Task
from shared.things import Thing


def import_things(db: Database, action: ImportThings, moment: Moment) -> Result:
    """Take in all of it. Raises `MassChangeError` when much would change, and is not forced."""
    plan = Plan(db, action, moment.stamp, moment.actor)
    if plan.stops is not None and not action.force:
        raise MassChangeError(plan.stops)
    for change in plan.changes:
        # So that two things can change names with each other.
        if change.before is not None and not isinstance(change.before, Task):
            trash_thing(db, change.before.id, moment.stamp)
    for subject, trashed_at in plan.saves:
        _save(db, subject, trashed_at)
    return Result(action=ImportThings(counts=plan.counts), also=plan.changes)


def _save(db: Database, subject: Task | Thing, trashed_at: str | None) -> None:
    if trashed_at is not None and isinstance(subject, Task):
        save_trashed_task(db, subject, trashed_at)
    elif isinstance(subject, Task):
        save_task(db, subject)
    elif trashed_at is not None:
        save_trashed_thing(db, subject, trashed_at)
    else:
        save_thing(db, subject)


APPLY: dict[type[Any], Callable[[Database, Any, Moment], Result]] = {ImportThings: import_things}
"""Raises `InvalidInputError`, `ConflictError` or `MassChangeError`; the caller rolls back."""
