"""Every change, and every question, that can be asked of a workspace.

Voice, typed chat, the page, the command line and plain HTTP all send lists of these; the control
API runs a list in one transaction, all of it or none. What surrounds the tasks has its own in
`shared.thing_actions`, what rings in `shared.bell_actions`, and the conversation itself in
`shared.voice_settings`.

Dates are ISO 8601: ``2026-11-24`` (all day) or ``2026-11-24T15:00:00`` (local time). A local time
with its time zone beside it is a fixed instant; without one it floats with the person.
"""

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from shared.bell_actions import BellAction, ListBells
from shared.moving import ImportThings
from shared.tasks import Link, Priority, Reminder, Repeat
from shared.thing_actions import ListChanges, ListTrash, ThingAction
from shared.voice_settings import ConversationAction


class CreateTask(msgspec.Struct, tag="create_task", omit_defaults=True, frozen=True):
    """Adds a task. Undo deletes it."""

    title: str
    due: str | None = None
    time_zone: str | None = None
    project: str | None = None
    """Name of the project; made when there is none of that name. So are `tags` and `assignees`."""
    task_id: str | None = None
    """Chosen by the caller (a UUID), or by the engine when absent."""
    notes: str = ""
    priority: Priority | None = None
    start: str | None = None
    start_time_zone: str | None = None
    deadline: str | None = None
    deadline_time_zone: str | None = None
    duration_min: int | None = None
    section: str | None = None
    order: float | None = None
    parent_id: str | None = None
    tags: list[str] = []
    depends_on: list[str] = []
    assignees: list[str] = []
    links: list[Link] = []
    reminders: list[Reminder] = []
    repeat: Repeat | None = None


class UpdateTask(msgspec.Struct, tag="update_task", omit_defaults=True, frozen=True):
    """Renames, reschedules or moves a task. Undo puts the earlier values back.

    A field left out stays as it is; ``None`` empties it.
    """

    task_id: str
    title: str | UnsetType = UNSET
    due: str | None | UnsetType = UNSET
    time_zone: str | None | UnsetType = UNSET
    project: str | None | UnsetType = UNSET
    notes: str | UnsetType = UNSET
    priority: Priority | None | UnsetType = UNSET
    start: str | None | UnsetType = UNSET
    start_time_zone: str | None | UnsetType = UNSET
    deadline: str | None | UnsetType = UNSET
    deadline_time_zone: str | None | UnsetType = UNSET
    duration_min: int | None | UnsetType = UNSET
    section: str | None | UnsetType = UNSET
    order: float | None | UnsetType = UNSET
    parent_id: str | None | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    depends_on: list[str] | UnsetType = UNSET
    assignees: list[str] | UnsetType = UNSET
    links: list[Link] | UnsetType = UNSET
    reminders: list[Reminder] | UnsetType = UNSET
    repeat: Repeat | None | UnsetType = UNSET


class StartTask(msgspec.Struct, tag="start_task", frozen=True):
    """Marks a task as in progress. Undo puts its earlier status back."""

    task_id: str


class CompleteTask(msgspec.Struct, tag="complete_task", frozen=True):
    """Marks a task as done; one that repeats moves on to its next time. Undo takes that back."""

    task_id: str


class SkipOccurrence(msgspec.Struct, tag="skip_occurrence", frozen=True):
    """Leaves out this one time of a repeating task: its next time comes. Undo takes that back."""

    task_id: str


class CatchUpTask(msgspec.Struct, tag="catch_up_task", frozen=True):
    """Moves a repeating task on to the time whose turn it is, and records the missed ones.

    The server does it by itself when a time has passed. Undo takes it back.
    """

    task_id: str


class CancelTask(msgspec.Struct, tag="cancel_task", frozen=True):
    """Marks a task as no longer to be done. Undo puts its earlier status back."""

    task_id: str


class ReopenTask(msgspec.Struct, tag="reopen_task", frozen=True):
    """Makes a completed task open again. Undo completes it, at the time it was completed first."""

    task_id: str


class SnoozeTask(msgspec.Struct, tag="snooze_task", omit_defaults=True, frozen=True):
    """Brings a task up again, so many minutes from now. Undo calls that off."""

    task_id: str
    minutes: int = 10


class DeleteTask(msgspec.Struct, tag="delete_task", frozen=True):
    """Moves a task to the trash. Undo brings it back."""

    task_id: str


class RestoreTask(msgspec.Struct, tag="restore_task", frozen=True):
    """Takes a task out of the trash, as it was. Undo puts it there again."""

    task_id: str


Question = Literal[
    "which",
    "next",
    "is_there",
    "is_done",
    "when",
    "deadline",
    "who",
    "where",
    "notes",
    "details",
    "how_long",
    "how_much_work",
    "how_many_of",
    "how_often",
    "to_buy",
    "important",
    "blocked",
    "undated",
    "waits_for",
    "tagged",
    "for_person",
    "added",
    "finished",
]
"""What somebody wants to know of tasks: it changes the words of the answer, never the tasks."""


class ListTasks(msgspec.Struct, tag="list_tasks", omit_defaults=True, frozen=True):
    """Asks which tasks there are, or about one of them. Changes nothing."""

    due_from: str | None = None
    """First due date that counts, ISO date, inclusive."""
    due_to: str | None = None
    """Last due date that counts, ISO date, inclusive."""
    overdue: bool = False
    project: str | None = None
    search: str | None = None
    clock_from: str | None = None
    """On a single day, the time of day from which on it counts: ``15:00``."""
    clock_to: str | None = None
    """The time of day before which it counts; ``24:00`` is the end of the day."""
    or_all_day: bool = False
    """Whether, with a time of day, what has none counts too."""
    status: Literal["open", "done", "any"] = "open"
    filter: str | None = None
    """What else is true of them, in the filter language."""
    task_id: str | None = None
    """This task and no other, whatever its status."""
    needed_by: str | None = None
    """The tasks that the one of this id waits for."""
    sort: Literal["due", "next", "priority", "newest", "finished"] = "due"
    """What comes first. ``next``: what has its time next, then what is late or has no date."""
    limit: int | None = None
    """As many, 1 to 50, and no more are counted."""
    question: Question = "which"
    about: str | None = None
    """What the person called it, for the words of the answer."""
    after: int = 0
    """So many of them were read out before: the reply goes on with the next ones."""


MOST_UNDONE = 20
"""Commands that can be taken back at once."""


class Undo(msgspec.Struct, tag="undo", omit_defaults=True, frozen=True):
    """Takes back a command: the one named, else the person's last one that changed something."""

    command_id: str | None = None
    count: int = 1
    """How many: that one, and the last ones before it."""


class Redo(msgspec.Struct, tag="redo", omit_defaults=True, frozen=True):
    """Does again what was undone last, unless something was changed since. Undo undoes it again."""

    count: int = 1
    """How many of the last undos are taken back."""


TaskAction = (
    CreateTask
    | UpdateTask
    | StartTask
    | CompleteTask
    | SkipOccurrence
    | CatchUpTask
    | CancelTask
    | ReopenTask
    | SnoozeTask
    | DeleteTask
    | RestoreTask
    | ListTasks
)
Action = TaskAction | ThingAction | BellAction | ConversationAction | ImportThings | Undo | Redo
"""Any of the above, told apart by its ``type`` field."""
LOOKS: tuple[type[msgspec.Struct], ...] = (ListTasks, ListTrash, ListChanges, ListBells)
"""Those that only look, and change nothing."""
