"""What surrounds the tasks: projects, tags, people, filters, comments, what became of repeats."""

from typing import Annotated, ClassVar, Literal, get_args

import msgspec
from msgspec import UNSET, UnsetType

from shared.bells import Alarm, Timer
from shared.voice_settings import VoiceSettings

ThingName = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9a-f]{6}$")]
"""``#rrggbb``, small letters."""
Text = Annotated[str, msgspec.Meta(max_length=100_000)]
"""Markdown."""
Query = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
"""In the filter language."""


class Project(msgspec.Struct, frozen=True):
    """What tasks belong together for."""

    KIND: ClassVar[Literal["project"]] = "project"

    id: str
    name: str
    created_at: str
    updated_at: str
    colour: str | None = None
    description: str = ""
    archived: bool = False


class Tag(msgspec.Struct, frozen=True):
    """A word that tasks can be marked with."""

    KIND: ClassVar[Literal["tag"]] = "tag"

    id: str
    name: str
    created_at: str
    updated_at: str
    colour: str | None = None


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to reach a person."""

    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    """``email``, ``phone`` or any other word."""
    value: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class Person(msgspec.Struct, frozen=True):
    """Somebody whom tasks are about, or who does them."""

    KIND: ClassVar[Literal["person"]] = "person"

    id: str
    name: str
    created_at: str
    updated_at: str
    nicknames: list[str] = []
    role: str = ""
    """What they are to the workspace's people: "sister", "plumber"."""
    contacts: list[Contact] = []
    notes: str = ""


class SavedFilter(msgspec.Struct, frozen=True):
    """A question to the tasks, kept under a name."""

    KIND: ClassVar[Literal["filter"]] = "filter"

    id: str
    name: str
    query: str
    """In the filter language."""
    created_at: str
    updated_at: str


class Comment(msgspec.Struct, frozen=True):
    """Something said about a task."""

    KIND: ClassVar[Literal["comment"]] = "comment"

    id: str
    task_id: str
    text: str
    created_at: str
    updated_at: str
    author: str = ""
    """Who wrote it: the credential, or the name another program gave."""


class Occurrence(msgspec.Struct, frozen=True):
    """What became of one time of a task that repeats."""

    KIND: ClassVar[Literal["occurrence"]] = "occurrence"

    id: str
    """Made of the task and the due date, so that no time is on record twice."""
    task_id: str
    due: str
    """The date by the rule, as tasks have it."""
    time_zone: str | None
    state: Literal["done", "missed", "skipped"]
    created_at: str
    """When it was done, skipped, or found to have passed."""
    updated_at: str


Thing = Project | Tag | Person | SavedFilter | Comment | Occurrence | Timer | Alarm | VoiceSettings
TYPES: dict[str, type[Thing]] = {each.KIND: each for each in get_args(Thing)}
"""By the name of the kind."""


class ProjectPage(msgspec.Struct, frozen=True):
    """One page of the projects, the oldest first; so it is with the others."""

    items: list[Project]
    next_cursor: str | None


class TagPage(msgspec.Struct, frozen=True):
    """One page of the tags."""

    items: list[Tag]
    next_cursor: str | None


class PersonPage(msgspec.Struct, frozen=True):
    """One page of the people."""

    items: list[Person]
    next_cursor: str | None


class FilterPage(msgspec.Struct, frozen=True):
    """One page of the saved filters."""

    items: list[SavedFilter]
    next_cursor: str | None


class CommentPage(msgspec.Struct, frozen=True):
    """One page of what was said about a task."""

    items: list[Comment]
    next_cursor: str | None


class NewProject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/projects``."""

    name: ThingName
    colour: Colour | None = None
    description: Text = ""


class ProjectChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/projects/{id}``: what is left out stays; so it is with the others."""

    name: ThingName | UnsetType = UNSET
    colour: Colour | None | UnsetType = UNSET
    description: Text | UnsetType = UNSET
    archived: bool | UnsetType = UNSET


class NewTag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/tags``."""

    name: ThingName
    colour: Colour | None = None


class TagChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/tags/{id}``."""

    name: ThingName | UnsetType = UNSET
    colour: Colour | None | UnsetType = UNSET


class NewPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/people``."""

    name: ThingName
    nicknames: list[str] = []
    role: str = ""
    contacts: list[Contact] = []
    notes: Text = ""


class PersonChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/people/{id}``."""

    name: ThingName | UnsetType = UNSET
    nicknames: list[str] | UnsetType = UNSET
    role: str | UnsetType = UNSET
    contacts: list[Contact] | UnsetType = UNSET
    notes: Text | UnsetType = UNSET


class NewFilter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/filters``."""

    name: ThingName
    query: Query


class FilterChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/filters/{id}``."""

    name: ThingName | UnsetType = UNSET
    query: Query | UnsetType = UNSET


class NewComment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/tasks/{id}/comments`` and ``PATCH /api/v1/comments/{id}``."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=100_000)]
