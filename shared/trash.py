"""What was deleted and can be brought back."""

import msgspec

from shared.events import Kind
from shared.tasks import Task


class Trashed(msgspec.Struct, frozen=True):
    """One thing in the trash."""

    id: str
    kind: Kind
    name: str
    """The title of a task, the text of a comment, the name of anything else."""
    deleted_at: str
    """UTC, ISO 8601."""
    task_id: str | None = None
    """The task that it is, or is about."""
    task: Task | None = None
    """All of it, when it is a task."""


class TrashPage(msgspec.Struct, frozen=True):
    """One page of the trash, what was deleted last first."""

    items: list[Trashed]
    next_cursor: str | None
