"""What happened, as the log, the page and the worker see it."""

from typing import Literal

import msgspec

from shared.outcomes import Source
from shared.tasks import Task

EventType = Literal["task.created", "task.updated", "task.deleted", "task.restored"]


class Event(msgspec.Struct, frozen=True):
    """One change of one task."""

    id: int
    """Position in the workspace's log, rising in commit order; the server-sent event's ``id``."""
    type: EventType
    task_id: str
    command_id: str
    at: str
    """UTC, ISO 8601."""
    source: Source
    before: Task | None
    after: Task | None
