"""The fields of Taskwarrior's records in the one form that is read, however they are written."""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from control_api.edges.exchange.parts.losses import Losses
from control_api.edges.exchange.parts.records import Record
from control_api.edges.exchange.parts.times import read_time
from control_api.input.ids import clean_id
from shared.problems import InvalidInputError
from shared.tasks import TaskStatus

STATUSES: dict[str, TaskStatus] = {
    "pending": "todo",
    "waiting": "todo",
    "recurring": "todo",
    "completed": "completed",
    "deleted": "cancelled",
}
_TEXTS = (
    *("uuid", "status", "entry", "description", "modified", "due", "scheduled", "wait", "until"),
    *("end", "start", "project", "priority", "recur", "parent"),
    *("saydo_deadline", "saydo_section", "saydo_minutes", "saydo_priority", "saydo_repeat"),
)
_TIMES = ("due", "scheduled", "wait", "saydo_deadline")
_IDS = ("depends", "saydo_parent")
_BETWEEN = re.compile(r"[\s,;\[\]\"']+")
_NOTED_AT = re.compile(r"annotation_?(\d+)")


def tidied(record: Record, losses: Losses) -> Record:
    """The record with each field of its kind; what can't be read is left out, and a loss."""
    fields = dict(record.fields)
    called = fields.get("description")
    title = called if isinstance(called, str) else ""

    def lose(name: str, value: Any) -> None:
        example = value if isinstance(value, str) else msgspec.json.encode(value).decode()
        losses.add(name, "It can't be read, and is left out.", f"{title}: {example}")

    for name in _TEXTS:
        value = fields.get(name)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not (value is None or is_number or isinstance(value, str)):
            lose(name, fields.pop(name))
    for name in _TIMES:
        text = Record(fields, record.where).text(name)
        if text.strip() and read_time(text) is None:
            lose(name, fields.pop(name))
    if fields.get("status", "pending") not in STATUSES:
        lose("status", fields.pop("status"))
    fields["status"] = fields.get("status") or "pending"
    for name in _IDS:
        fields[name] = _each(name, _ids(fields.get(name)), _id, lose)
    fields["tags"] = _each("tags", _parts(fields.get("tags")), _text, lose)
    fields["annotations"] = _each("annotations", _notes(fields.get("annotations")), _note, lose)
    return Record(fields, record.where)


def _each(
    name: str, given: list[Any], read: Callable[[Any], Any], lose: Callable[[str, Any], None]
) -> list[Any]:
    found = [(value, read(value)) for value in given if value is not None]
    for value, what in found:
        if what is None:
            lose(name, value)
    return [what for _, what in found if what is not None]


def _ids(value: Any) -> list[Any]:
    """An array, one text with commas, or an array in a text."""
    given = value if isinstance(value, list) else [value]
    return [part for each in given for part in _parts(each)]


def _parts(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, str):
        return [part for part in _BETWEEN.split(value) if part]
    return value if isinstance(value, list) else [value]


def _id(value: Any) -> str | None:
    try:
        return clean_id(value) if isinstance(value, str) else None
    except InvalidInputError:
        return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _notes(value: Any) -> list[Any]:
    """A list, one annotation, or annotations by the time that they were made at."""
    if isinstance(value, str) and value.strip()[:1] in {"[", "{"}:
        try:
            value = msgspec.json.decode(value)
        except msgspec.DecodeError:
            return [value]
    if value is None or value == "":
        return []
    if isinstance(value, dict) and "description" not in value:
        return [_noted(at, note) for at, note in value.items()]
    return value if isinstance(value, list) else [value]


def _noted(at: str, note: Any) -> Any:
    if not isinstance(note, str):
        return note
    numbered = _NOTED_AT.fullmatch(at)
    return {"entry": numbered[1] if numbered else at, "description": note}


def _note(value: Any) -> dict[str, str] | None:
    note = {"description": value} if isinstance(value, str) else value
    if not isinstance(note, dict) or not isinstance(note.get("description"), str):
        return None
    entry = note.get("entry")
    is_time = isinstance(entry, str | int) and not isinstance(entry, bool)
    return {"description": note["description"], "entry": str(entry) if is_time else ""}
