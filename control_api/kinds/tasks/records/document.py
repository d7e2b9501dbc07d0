"""A task as it is kept: one document, and the columns beside it that find it again."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from control_api.input.names import name_key
from control_api.log.changes import as_kept
from shared.tasks import Task

UTC_SECONDS = "%Y-%m-%dT%H:%M:%S"
"""Sorts as text in the order of time."""
PRIORITIES = {None: 0, "low": 1, "medium": 2, "high": 3, "urgent": 4}

_DEFAULTS = {
    field.name: field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    for field in msgspec.structs.fields(Task)
    if not field.required
}


def document(task: Task) -> str:
    """The task as JSON, without what is looked up, and without what says nothing."""
    return msgspec.json.encode(_told(as_kept(task))).decode()


def told(task: Task) -> dict[str, Any]:
    """The same as values, and with them since when it is in the trash."""
    return _told(msgspec.structs.replace(as_kept(task), deleted_at=task.deleted_at))


def _told(task: Task) -> dict[str, Any]:
    return {
        name: value
        for name, value in msgspec.structs.asdict(task).items()
        if name not in _DEFAULTS or value != _DEFAULTS[name]
    }


def read_document(text: str) -> Task:
    """The task that a document is of."""
    return msgspec.json.decode(text, type=Task)


def task_row(task: Task) -> dict[str, Any]:
    """What the columns of a task's row say, but for the trash."""
    return {
        "id": task.id,
        "document": document(task),
        "title_key": name_key(task.title),
        "status": task.status,
        "priority": PRIORITIES[task.priority],
        "due": task.due,
        "due_utc": _utc(task.due, task.time_zone),
        "start": task.start,
        "start_utc": _utc(task.start, task.start_time_zone),
        "deadline": task.deadline,
        "deadline_utc": _utc(task.deadline, task.deadline_time_zone),
        "project_id": task.project_id,
        "parent_id": task.parent_id,
        "created_at": task.created_at,
        "updated_at": task.updated_at,
        "completed_at": task.completed_at,
    }


def _utc(local: str | None, time_zone: str | None) -> str | None:
    """The instant of a time that has a zone, to compare it with other zones' days."""
    if local is None or time_zone is None:
        return None
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(time_zone))
    try:
        return at.astimezone(UTC).strftime(UTC_SECONDS)
    except OverflowError:  # the last evening of the year 9999, west of Greenwich
        return local
