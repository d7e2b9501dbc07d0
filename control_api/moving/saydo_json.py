"""Saydo's own format: a whole workspace, nothing lost."""

from typing import Any

import msgspec

from control_api.clock import utc_stamp
from control_api.moving.bundle import Bundle, bad
from control_api.moving.losses import Circumstances
from control_api.tasks.document import plain
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag

VERSION = 1


class _Header(msgspec.Struct, frozen=True):
    format: str
    version: int


class _File(msgspec.Struct, frozen=True, kw_only=True):
    tasks: list[Task] = []
    projects: list[Project] = []
    tags: list[Tag] = []
    people: list[Person] = []
    filters: list[SavedFilter] = []
    comments: list[Comment] = []
    occurrences: list[Occurrence] = []
    trash: dict[str, str] = {}


_DEFAULTS = {
    field.name: field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    for field in msgspec.structs.fields(Task)
    if not field.required
}


def read(data: bytes, circumstances: Circumstances) -> Bundle:
    """Read a whole workspace. Raises `InvalidInputError` that says where the fault is."""
    del circumstances
    try:
        header = msgspec.json.decode(data, type=_Header)
    except msgspec.ValidationError as error:
        raise bad("The file", f"It is no export of Saydo ({error}).") from error
    if header.format != "saydo":
        raise bad("The file", "It is no export of Saydo: its format is something else.")
    if header.version > VERSION:
        raise bad("The file", "A newer Saydo has written it. Update this one to read it.")
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.ValidationError as error:
        raise bad("The file", f"{error}. Correct it there.") from error
    return Bundle(
        tasks=file.tasks,
        projects=file.projects,
        tags=file.tags,
        people=file.people,
        filters=file.filters,
        comments=file.comments,
        occurrences=file.occurrences,
        trash=file.trash,
    )


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write everything; ``events`` is the history, for people to read."""
    del circumstances
    content: dict[str, Any] = {
        "format": "saydo",
        "version": VERSION,
        "exported_at": utc_stamp(),
        "projects": bundle.projects,
        "tags": bundle.tags,
        "people": bundle.people,
        "filters": bundle.filters,
        "tasks": [_task(task) for task in bundle.tasks],
        "comments": bundle.comments,
        "occurrences": bundle.occurrences,
        "trash": bundle.trash,
    }
    if bundle.events:
        content["events"] = bundle.events
    return msgspec.json.encode(content)


def _task(task: Task) -> dict[str, Any]:
    """Without what says nothing, and without what is looked up from the rest."""
    kept = msgspec.structs.replace(plain(task), deleted_at=task.deleted_at)
    values = msgspec.structs.asdict(kept)
    return {
        name: value
        for name, value in values.items()
        if name not in _DEFAULTS or value != _DEFAULTS[name]
    }
