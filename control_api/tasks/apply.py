"""What each action does to the tasks, inside the transaction of its command."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.commands.readings import Result
from control_api.tasks.inputs import clean_date, clean_due, clean_id, clean_project, clean_title
from control_api.tasks.queries import TaskFilter, list_due
from control_api.tasks.store import (
    find_task,
    is_known,
    known_project,
    save_task,
    trash_task,
)
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    ReopenTask,
    UpdateTask,
)
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Task

LISTED_TASKS = 50
"""As many as a list for a person has; the rest is only counted."""


class Moment(msgspec.Struct, frozen=True):
    """When, and where in the world, a command is run."""

    now: datetime
    """Aware: the time that the person's words are relative to."""
    zone: ZoneInfo
    """The person's own."""
    stamp: str
    """The real time, as it is stored."""


def apply_action(db: Database, action: Action, moment: Moment) -> Result:
    """Do one action; anything but `Undo`, which is for the log.

    Raises `InvalidInputError`, `NotFoundError` or `ConflictError`; the caller then rolls back.
    """
    return _APPLY[type(action)](db, action, moment)


def _create(db: Database, action: CreateTask, moment: Moment) -> Result:
    task_id = str(uuid.uuid4()) if action.task_id is None else clean_id(action.task_id)
    if is_known(db, task_id):
        raise ConflictError("There is already a task with this id.")
    due, time_zone = clean_due(action.due, action.time_zone)
    task = Task(
        id=task_id,
        title=clean_title(action.title),
        status="todo",
        due=due,
        time_zone=time_zone,
        project=_project(db, action.project),
        created_at=moment.stamp,
        updated_at=moment.stamp,
    )
    save_task(db, task)
    done = msgspec.structs.replace(action, task_id=task_id)
    return Result(action=done, before=None, after=task)


def _update(db: Database, action: UpdateTask, moment: Moment) -> Result:
    before = _existing(db, action.task_id)
    due, time_zone = clean_due(
        before.due if action.due is UNSET else action.due,
        before.time_zone if action.time_zone is UNSET else action.time_zone,
    )
    after = msgspec.structs.replace(
        before,
        title=before.title if action.title is UNSET else clean_title(action.title),
        due=due,
        time_zone=time_zone,
        project=before.project if action.project is UNSET else _project(db, action.project),
    )
    return _changed(db, action, before, after, moment)


def _complete(db: Database, action: CompleteTask, moment: Moment) -> Result:
    before = _existing(db, action.task_id)
    after = before
    if before.status != "completed":
        after = msgspec.structs.replace(before, status="completed", completed_at=moment.stamp)
    return _changed(db, action, before, after, moment)


def _reopen(db: Database, action: ReopenTask, moment: Moment) -> Result:
    before = _existing(db, action.task_id)
    after = before
    if before.status in {"completed", "cancelled"}:
        after = msgspec.structs.replace(before, status="todo", completed_at=None)
    return _changed(db, action, before, after, moment)


def _delete(db: Database, action: DeleteTask, moment: Moment) -> Result:
    before = _existing(db, action.task_id)
    trash_task(db, before.id, moment.stamp)
    return Result(action=action, before=before, after=None)


def _list(db: Database, action: ListTasks, moment: Moment) -> Result:
    wanted = TaskFilter(
        only_open=True,
        search=action.search,
        project=action.project,
        due_from=None if action.due_from is None else clean_date(action.due_from, "due_from"),
        due_to=None if action.due_to is None else clean_date(action.due_to, "due_to"),
        overdue_at=moment.now if action.overdue else None,
    )
    tasks, total = list_due(db, wanted, moment.zone, limit=LISTED_TASKS)
    return Result(action=action, before=None, after=None, tasks=tasks, total=total)


_APPLY: dict[type[Any], Callable[[Database, Any, Moment], Result]] = {
    CreateTask: _create,
    UpdateTask: _update,
    CompleteTask: _complete,
    ReopenTask: _reopen,
    DeleteTask: _delete,
    ListTasks: _list,
}


def _existing(db: Database, task_id: str) -> Task:
    task = find_task(db, task_id)
    if task is None:
        raise NotFoundError("There is no such task any more.")
    return task


def _project(db: Database, name: str | None) -> str | None:
    return None if name is None else known_project(db, clean_project(name))


def _changed(db: Database, action: Action, before: Task, after: Task, moment: Moment) -> Result:
    if after != before:
        after = msgspec.structs.replace(after, updated_at=moment.stamp)
        save_task(db, after)
    return Result(action=action, before=before, after=after)
