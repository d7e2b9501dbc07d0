"""Every change, and every question, that can be asked of a workspace.

Voice, typed chat, the page, the command line and plain HTTP all send lists of these; the control
API runs a list in one transaction, all of it or none.

Dates are ISO 8601: ``2026-11-24`` (all day) or ``2026-11-24T15:00:00`` (local time). A local time
with ``time_zone`` beside it is a fixed instant; without one it floats with the person.
"""

import msgspec


class CreateTask(msgspec.Struct, tag="create_task", omit_defaults=True, frozen=True):
    """Adds a task. Undo deletes it."""

    title: str
    due: str | None = None
    time_zone: str | None = None
    project: str | None = None
    """Name of the project; made when the person has none of that name."""
    task_id: str | None = None
    """Chosen by the caller (a UUID), or by the engine when absent."""


class UpdateTask(msgspec.Struct, tag="update_task", omit_defaults=True, frozen=True):
    """Renames, reschedules or moves a task. Undo puts the earlier values back.

    A field left out stays as it is; ``None`` empties it.
    """

    task_id: str
    title: str | msgspec.UnsetType = msgspec.UNSET
    due: str | None | msgspec.UnsetType = msgspec.UNSET
    time_zone: str | None | msgspec.UnsetType = msgspec.UNSET
    project: str | None | msgspec.UnsetType = msgspec.UNSET


class CompleteTask(msgspec.Struct, tag="complete_task", frozen=True):
    """Marks a task as done. Undo opens it again."""

    task_id: str


class ReopenTask(msgspec.Struct, tag="reopen_task", frozen=True):
    """Makes a completed task open again. Undo completes it, at the time it was completed first."""

    task_id: str


class DeleteTask(msgspec.Struct, tag="delete_task", frozen=True):
    """Moves a task to the trash. Undo brings it back."""

    task_id: str


class ListTasks(msgspec.Struct, tag="list_tasks", omit_defaults=True, frozen=True):
    """Asks which open tasks there are. Changes nothing."""

    due_from: str | None = None
    """First due date that counts, ISO date, inclusive."""
    due_to: str | None = None
    """Last due date that counts, ISO date, inclusive."""
    overdue: bool = False
    project: str | None = None
    search: str | None = None


class Undo(msgspec.Struct, tag="undo", omit_defaults=True, frozen=True):
    """Takes back a command: the one named, else the person's last one that changed something."""

    command_id: str | None = None


Action = CreateTask | UpdateTask | CompleteTask | ReopenTask | DeleteTask | ListTasks | Undo
"""Any of the above, told apart by its ``type`` field."""
