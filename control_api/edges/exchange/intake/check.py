"""Whether what is to be taken in whole can be: every field in its one spelling."""

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from control_api.edges.exchange.parts.bundle import bad
from control_api.input.fields import invalid
from control_api.input.ids import clean_id
from control_api.input.markdown import clean_text
from control_api.input.single_line import clean_line
from control_api.kinds.bells.inputs import clean_instant, clean_label, clean_seconds, clean_when
from control_api.kinds.settings.actions import clean_setting
from control_api.kinds.simple import inputs as thing_inputs
from control_api.kinds.tasks.records import inputs
from control_api.time.schedule import in_one_spelling
from control_api.time.written import clean_time
from control_api.time.years import FIRST_YEAR
from shared.bells import Alarm, Timer
from shared.events import Kind
from shared.moving import ImportThings
from shared.problems import InvalidInputError
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag, Thing
from shared.voice_settings import RANGES, SETTINGS_ID, WORDS, VoiceSettings

EXTRA_BYTES = 100_000
LONGEST_ACTOR = 500

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z")
_TASK_FIELDS: dict[str, Callable[[Any], Any]] = {
    "id": clean_id,
    "title": inputs.clean_title,
    "notes": clean_text,
    "duration_min": inputs.clean_duration,
    "section": inputs.clean_section,
    "links": inputs.clean_links,
    "reminders": inputs.clean_reminders,
}
_THING_FIELDS: dict[type[Thing], dict[str, Callable[[Any], Any]]] = {
    Project: {
        "name": thing_inputs.clean_name,
        "colour": thing_inputs.clean_colour,
        "description": thing_inputs.clean_description,
    },
    Tag: {"name": thing_inputs.clean_tag_name, "colour": thing_inputs.clean_colour},
    Person: {
        "name": thing_inputs.clean_name,
        "nicknames": thing_inputs.clean_nicknames,
        "role": thing_inputs.clean_role,
        "contacts": thing_inputs.clean_contacts,
        "notes": clean_text,
    },
    SavedFilter: {"name": thing_inputs.clean_name, "query": thing_inputs.clean_query},
    Comment: {"text": thing_inputs.clean_comment, "task_id": clean_id},
    Occurrence: {"task_id": clean_id},
    Timer: {"label": clean_label, "seconds": clean_seconds, "ends_at": clean_instant},
    Alarm: {"label": clean_label, "snoozed_until": clean_instant},
    VoiceSettings: {name: partial(clean_setting, name) for name in (*RANGES, *WORDS)},
}


def clean_import(action: ImportThings) -> ImportThings:
    """The same with each field in its one spelling.

    Raises `InvalidInputError` that names the record, for the first that can't be taken as it is.
    """
    fields = {field.name for field in msgspec.structs.fields(Task)}
    if unknown := set(action.untold) - fields:
        raise invalid("untold", f"A task has no field {min(unknown)}.")
    return msgspec.structs.replace(
        action,
        tasks=[*cleaned("task", action.tasks)],
        projects=[*cleaned("project", action.projects)],
        tags=[*cleaned("tag", action.tags)],
        people=[*cleaned("person", action.people)],
        filters=[*cleaned("filter", action.filters)],
        comments=[*cleaned("comment", action.comments)],
        occurrences=[*cleaned("occurrence", action.occurrences)],
        timers=[*cleaned("timer", action.timers)],
        alarms=[*cleaned("alarm", action.alarms)],
        settings=[*cleaned("settings", action.settings)],
        trash={clean_id(key, "trash"): clean_stamp(at) for key, at in action.trash.items()},
    )


def clean_task(task: Task) -> Task:
    """A task as it can be kept. Raises `InvalidInputError`."""
    values: dict[str, Any] = {
        name: clean(getattr(task, name)) for name, clean in _TASK_FIELDS.items()
    }
    for field, zone in inputs_of_times():
        values[field], values[zone] = clean_time(getattr(task, field), getattr(task, zone), field)
    values |= _clean_ids(task)
    for field in ("created_at", "updated_at", "completed_at", "deleted_at"):
        values[field] = clean_stamp(getattr(task, field), field)
    if task.order is not None and not math.isfinite(task.order):
        raise invalid("order", "Give the order as a number.")
    if (task.status == "completed") != (task.completed_at is not None):
        raise invalid("completed_at", "A task has it when it is completed, and only then.")
    if task.repeat is not None:
        if values["due"] is None:
            raise invalid("repeat", "A task that repeats needs a due date to begin with.")
        values["repeat"] = in_one_spelling(task.repeat, values["due"])
    if task.created_by:
        clean_line(task.created_by, "created_by", LONGEST_ACTOR)
    if task.said is not None:
        clean_text(task.said, "said")
    if len(msgspec.json.encode(task.extra)) > EXTRA_BYTES:
        raise invalid("extra", f"It may have {EXTRA_BYTES} bytes at most.")
    return msgspec.structs.replace(task, **values)


def _clean_ids(task: Task) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in ("tag_ids", "assignee_ids", "depends_on"):
        ids = getattr(task, field)
        inputs.check_count(ids, field)
        values[field] = list(dict.fromkeys(clean_id(each, field) for each in ids))
    for field in ("project_id", "parent_id"):
        thing_id = getattr(task, field)
        values[field] = None if thing_id is None else clean_id(thing_id, field)
    return values


def inputs_of_times() -> list[tuple[str, str]]:
    """Each of a task's times, and the field of its zone."""
    return [
        ("due", "time_zone"),
        ("start", "start_time_zone"),
        ("deadline", "deadline_time_zone"),
    ]


def clean_thing(thing: Any) -> Any:
    """A thing as it can be kept. Raises `InvalidInputError`."""
    cleaned = {
        name: clean(getattr(thing, name)) for name, clean in _THING_FIELDS[type(thing)].items()
    }
    if isinstance(thing, Comment) and thing.author:
        clean_line(thing.author, "author", LONGEST_ACTOR)
    if isinstance(thing, VoiceSettings) and thing.id != SETTINGS_ID:
        raise invalid("id", f"That of the settings is {SETTINGS_ID}.")
    if isinstance(thing, Alarm):
        cleaned |= clean_when(thing.at, thing.time_zone, thing.repeat)
    if isinstance(thing, Occurrence):
        due, zone = clean_time(thing.due, thing.time_zone)
        cleaned |= {"due": due, "time_zone": zone}
    return msgspec.structs.replace(
        thing,
        id=clean_id(thing.id, "id"),
        created_at=clean_stamp(thing.created_at, "created_at"),
        updated_at=clean_stamp(thing.updated_at, "updated_at"),
        **cleaned,
    )


def clean_stamp(text: str | None, field: str = "trash") -> str | None:
    """A moment as it is stored; empty when it is not known. Raises `InvalidInputError`."""
    if not text:
        return text
    try:
        if _STAMP.fullmatch(text) and datetime.fromisoformat(text).year >= FIRST_YEAR:
            return text
    except ValueError:
        pass
    raise invalid(field, "Write the time in UTC as 2026-11-24T15:00:00.000000Z.")


def cleaned(kind: Kind, given: list[Any]) -> Iterator[Any]:
    """Each as it can be kept. Raises `InvalidInputError` that names the record."""
    clean = clean_task if kind == "task" else clean_thing
    seen: set[str] = set()
    for number, thing in enumerate(given, 1):
        with naming(kind, number, thing):
            done = clean(thing)
            if done.id in seen:
                raise invalid("id", "This id is there twice.")
            seen.add(done.id)
        yield done


@contextmanager
def naming(kind: str, number: int, thing: Any) -> Iterator[None]:
    """Say in an error which record it is about."""
    try:
        yield
    except InvalidInputError as error:
        name = getattr(thing, "title", None) or getattr(thing, "name", None) or ""
        named = f" ({name[:80]})" if name and name.isprintable() else ""
        [field] = error.fields or {"": ""}
        raise bad(f"{kind.capitalize()} {number}{named}", f"{field}: {error.detail}") from error
