"""What happened, as the log, the page and the worker see it."""

from typing import Literal

import msgspec

from shared.bells import Alarm, Timer
from shared.tasks import Source, Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag
from shared.voice_settings import VoiceSettings

Kind = Literal[
    "task",
    "project",
    "tag",
    "person",
    "filter",
    "comment",
    "occurrence",
    "timer",
    "alarm",
    "settings",
]
EventType = Literal[
    "task.created",
    "task.updated",
    "task.deleted",
    "task.restored",
    "task.purged",
    "project.created",
    "project.updated",
    "project.deleted",
    "project.restored",
    "project.purged",
    "tag.created",
    "tag.updated",
    "tag.deleted",
    "tag.restored",
    "tag.purged",
    "person.created",
    "person.updated",
    "person.deleted",
    "person.restored",
    "person.purged",
    "filter.created",
    "filter.updated",
    "filter.deleted",
    "filter.restored",
    "filter.purged",
    "comment.created",
    "comment.updated",
    "comment.deleted",
    "comment.restored",
    "comment.purged",
    "occurrence.created",
    "occurrence.updated",
    "occurrence.deleted",
    "occurrence.restored",
    "occurrence.purged",
    "timer.created",
    "timer.updated",
    "timer.deleted",
    "timer.restored",
    "timer.purged",
    "alarm.created",
    "alarm.updated",
    "alarm.deleted",
    "alarm.restored",
    "alarm.purged",
    "settings.created",
    "settings.updated",
    "settings.deleted",
    "settings.restored",
    "settings.purged",
]


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    id: int
    """Position in the workspace's log, rising in commit order. The server-sent event's ``id`` is
    the same, with ``-1`` and so on behind it when a restore gave the position out once more."""
    type: EventType
    thing_id: str
    task_id: str | None
    """The task that it is, or is about."""
    command_id: str
    at: str
    """UTC, ISO 8601."""
    source: Source
    actor: str
    """The credential that asked for it, in a word or two."""


class ResetEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="reset"):
    """Sent first on a stream that can't go on where it was to: read all anew, and go on from here.

    The event that was named is not in the log any more, since a backup was put back.
    """

    type: Literal["reset"] = "reset"


class TaskEvent(_Event, frozen=True, kw_only=True, tag="task"):
    """One change of one task; what it was before and is after, None where it was not there.

    Both are None when the task was deleted for good, in all its events; so it is with the others.
    """

    before: Task | None
    after: Task | None


class ProjectEvent(_Event, frozen=True, kw_only=True, tag="project"):
    """One change of one project."""

    before: Project | None
    after: Project | None


class TagEvent(_Event, frozen=True, kw_only=True, tag="tag"):
    """One change of one tag."""

    before: Tag | None
    after: Tag | None


class PersonEvent(_Event, frozen=True, kw_only=True, tag="person"):
    """One change of one person."""

    before: Person | None
    after: Person | None


class FilterEvent(_Event, frozen=True, kw_only=True, tag="filter"):
    """One change of one saved filter."""

    before: SavedFilter | None
    after: SavedFilter | None


class CommentEvent(_Event, frozen=True, kw_only=True, tag="comment"):
    """One change of one comment."""

    before: Comment | None
    after: Comment | None


class OccurrenceEvent(_Event, frozen=True, kw_only=True, tag="occurrence"):
    """One change of what is on record of one time of a repeating task."""

    before: Occurrence | None
    after: Occurrence | None


class TimerEvent(_Event, frozen=True, kw_only=True, tag="timer"):
    """One change of one timer."""

    before: Timer | None
    after: Timer | None


class AlarmEvent(_Event, frozen=True, kw_only=True, tag="alarm"):
    """One change of one alarm."""

    before: Alarm | None
    after: Alarm | None


class SettingsEvent(_Event, frozen=True, kw_only=True, tag="settings"):
    """One change of how the person is spoken with."""

    before: VoiceSettings | None
    after: VoiceSettings | None


Event = (
    TaskEvent
    | ProjectEvent
    | TagEvent
    | PersonEvent
    | FilterEvent
    | CommentEvent
    | OccurrenceEvent
    | TimerEvent
    | AlarmEvent
    | SettingsEvent
)
"""Any of the above, told apart by its ``kind`` field."""


class EventPage(msgspec.Struct, frozen=True):
    """One page of what happened, the newest first."""

    items: list[Event]
    next_cursor: str | None
