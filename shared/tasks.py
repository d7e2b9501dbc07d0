"""A task and its surroundings, as both sides and every client see them."""

from typing import Annotated, Any, Literal

import msgspec

TaskStatus = Literal["todo", "in_progress", "completed", "cancelled"]
OPEN: tuple[TaskStatus, ...] = ("todo", "in_progress")
"""Still to be done."""
Priority = Literal["low", "medium", "high", "urgent"]
Anchor = Literal["start", "due", "deadline"]
Source = Literal["voice", "chat", "page", "api", "cli", "import"]
"""The way a change came in."""

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
"""What is to be done, 1 to 500 characters."""
Notes = Annotated[str, msgspec.Meta(max_length=100_000)]
"""Markdown."""


class Link(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An address that belongs to a task."""

    url: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    title: Annotated[str, msgspec.Meta(max_length=500)] = ""


class Reminder(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """When to speak up about a task: at a time, or so long before one of its times."""

    at: str | None = None
    """Local date-time; with `time_zone` a fixed instant."""
    time_zone: str | None = None
    before_min: int | None = None
    """Minutes before `anchor`; an all-day anchor begins at midnight."""
    anchor: Anchor = "due"


class Repeat(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How a task comes again once it is done."""

    rule: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    """RFC 5545 recurrence rule, without ``RRULE:``."""
    basis: Literal["due", "completion"] = "due"
    """Whether the next time counts from the due date or from the day it was done."""
    month_end: Literal["skip", "clamp"] = "clamp"
    """In a month without that day: leave it out, as RFC 5545 does, or take the month's last day."""
    missed: Literal["keep", "skip"] = "keep"
    """Times that passed undone: kept on record as missed, or not."""
    moved_from: str | None = None
    """The date by the rule that the due date stands for, when this one time was moved."""


class Task(msgspec.Struct, frozen=True, omit_defaults=False):
    """One thing to do."""

    id: str
    title: str
    status: TaskStatus
    due: str | None
    """ISO date (all day) or local date-time, see `shared.actions`; so are `start`, `deadline`."""
    time_zone: str | None
    """IANA zone of `due`; None for all-day and floating times."""
    project: str | None
    """Name of its project, as it is now."""
    created_at: str
    """UTC, ISO 8601 with ``Z``; so are the other ``_at`` fields."""
    updated_at: str
    completed_at: str | None = None
    notes: str = ""
    priority: Priority | None = None
    start: str | None = None
    start_time_zone: str | None = None
    deadline: str | None = None
    deadline_time_zone: str | None = None
    duration_min: int | None = None
    project_id: str | None = None
    section: str | None = None
    """Heading within the project."""
    order: float | None = None
    """Place within the section, rising; those without one come last."""
    parent_id: str | None = None
    """The task that this one is a part of."""
    tags: list[str] = []
    """Names, as they are now."""
    tag_ids: list[str] = []
    depends_on: list[str] = []
    """Ids of the tasks that must be done first."""
    blocked: bool = False
    """One of them is still open."""
    assignees: list[str] = []
    """Names of people, as they are now."""
    assignee_ids: list[str] = []
    links: list[Link] = []
    reminders: list[Reminder] = []
    repeat: Repeat | None = None
    created_by: str = ""
    """Who made it: the credential, in a word or two."""
    source: Source = "api"
    """How it was made."""
    said: str | None = None
    """The words that made it, as they were heard or typed."""
    deleted_at: str | None = None
    """Since when it is in the trash."""
    extra: dict[str, Any] = {}
    """What another program knew of it and Saydo has no field for; given back on export."""


class TaskPage(msgspec.Struct, frozen=True):
    """One page of a list of tasks."""

    items: list[Task]
    next_cursor: str | None


class SparsePage(msgspec.Struct, frozen=True):
    """One page of a list of tasks of which only some fields were asked for."""

    items: list[dict[str, Any]]
    """The `id` of each, and those of its fields."""
    next_cursor: str | None
    fields: list[str]


class NewTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/tasks``."""

    title: Title
    due: str | None = None
    time_zone: str | None = None
    project: str | None = None
    notes: Notes = ""
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


class TaskChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/tasks/{id}``: what is left out stays, ``null`` empties."""

    title: Title | msgspec.UnsetType = msgspec.UNSET
    status: TaskStatus | msgspec.UnsetType = msgspec.UNSET
    due: str | None | msgspec.UnsetType = msgspec.UNSET
    time_zone: str | None | msgspec.UnsetType = msgspec.UNSET
    project: str | None | msgspec.UnsetType = msgspec.UNSET
    notes: Notes | msgspec.UnsetType = msgspec.UNSET
    priority: Priority | None | msgspec.UnsetType = msgspec.UNSET
    start: str | None | msgspec.UnsetType = msgspec.UNSET
    start_time_zone: str | None | msgspec.UnsetType = msgspec.UNSET
    deadline: str | None | msgspec.UnsetType = msgspec.UNSET
    deadline_time_zone: str | None | msgspec.UnsetType = msgspec.UNSET
    duration_min: int | None | msgspec.UnsetType = msgspec.UNSET
    section: str | None | msgspec.UnsetType = msgspec.UNSET
    order: float | None | msgspec.UnsetType = msgspec.UNSET
    parent_id: str | None | msgspec.UnsetType = msgspec.UNSET
    tags: list[str] | msgspec.UnsetType = msgspec.UNSET
    depends_on: list[str] | msgspec.UnsetType = msgspec.UNSET
    assignees: list[str] | msgspec.UnsetType = msgspec.UNSET
    links: list[Link] | msgspec.UnsetType = msgspec.UNSET
    reminders: list[Reminder] | msgspec.UnsetType = msgspec.UNSET
    repeat: Repeat | None | msgspec.UnsetType = msgspec.UNSET
