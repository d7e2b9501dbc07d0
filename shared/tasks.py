"""A task and its surroundings, as both sides and every client see them."""

from typing import Annotated, Literal

import msgspec

TaskStatus = Literal["todo", "in_progress", "completed", "cancelled"]

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
"""What is to be done, 1 to 500 characters."""


class Task(msgspec.Struct, frozen=True):
    """One thing to do."""

    id: str
    title: str
    status: TaskStatus
    due: str | None
    """ISO date (all day) or local date-time, see `shared.actions`."""
    time_zone: str | None
    """IANA zone of `due`; None for all-day and floating times."""
    project: str | None
    """Name of its project."""
    created_at: str
    """UTC, ISO 8601 with ``Z``; so are the other ``_at`` fields."""
    updated_at: str
    completed_at: str | None = None


class TaskPage(msgspec.Struct, frozen=True):
    """One page of a list of tasks."""

    items: list[Task]
    next_cursor: str | None


class NewTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/tasks``."""

    title: Title
    due: str | None = None
    time_zone: str | None = None
    project: str | None = None


class TaskChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/tasks/{id}``: what is left out stays, ``null`` empties."""

    title: Title | msgspec.UnsetType = msgspec.UNSET
    status: Literal["todo", "completed"] | msgspec.UnsetType = msgspec.UNSET
    due: str | None | msgspec.UnsetType = msgspec.UNSET
    time_zone: str | None | msgspec.UnsetType = msgspec.UNSET
    project: str | None | msgspec.UnsetType = msgspec.UNSET
