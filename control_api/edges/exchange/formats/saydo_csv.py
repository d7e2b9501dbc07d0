"""Saydo's own table: a row a task, for spreadsheets."""

import re
from typing import Any, BinaryIO, get_args

import msgspec

from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    Seen,
    bad,
    new_task,
    stable_id,
    with_origin,
)
from control_api.edges.exchange.parts.cells import Table, as_text, from_text, write_table
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.written_times import local_of_cell
from control_api.input.ids import clean_id
from shared.problems import InvalidInputError
from shared.tasks import Link, Priority, Reminder, Repeat, Task, TaskStatus
from shared.things import Project, Tag

PROGRAM = "csv"

_TEXT = ("title", "project", "section", "notes")
_TIMES = ("start", "start_time_zone", "due", "time_zone", "deadline", "deadline_time_zone")
_PLAIN = ("status", "priority", *_TIMES, "parent_id", "created_at", "updated_at", "completed_at")
_NUMBERS = ("duration_min", "order")
_LISTS = ("tags", "assignees", "depends_on")
_AS_JSON: dict[str, Any] = {"links": list[Link], "reminders": list[Reminder], "repeat": Repeat}
COLUMNS = (
    "id",
    "title",
    "status",
    "priority",
    *_TIMES,
    "duration_min",
    "project",
    "section",
    "order",
    "parent_id",
    "tags",
    "depends_on",
    "assignees",
    "links",
    "reminders",
    "repeat",
    "notes",
    "created_at",
    "updated_at",
    "completed_at",
)
UNTOLD = frozenset({"created_by", "source", "said", "extra"})

_WORDS = {"status": get_args(TaskStatus), "priority": get_args(Priority)}
_ZONES = {"start": "start_time_zone", "due": "time_zone", "deadline": "deadline_time_zone"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*); *")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write the tasks that are not in the trash."""
    del circumstances
    tasks = [task for task in bundle.tasks if task.deleted_at is None]
    for kind in ("people", "filters", "comments", "timers", "alarms", "settings"):
        if getattr(bundle, kind):
            bundle.losses.add(kind, "A table of tasks has no place for them.")
    coloured: list[Project | Tag] = [*bundle.projects, *bundle.tags]
    for thing in coloured:
        if thing.colour is not None:
            bundle.losses.add("colour", "A table of tasks has no place for it.", thing.name)
    for task in tasks:
        if task.said is not None or task.extra:
            bundle.losses.add("said", "How a task came in is not in the table.", task.title)
    return write_table(COLUMNS, [[_cell(task, column) for column in COLUMNS] for task in tasks])


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read a table with these columns, or some of them; a title is enough."""
    bundle = Bundle()
    rows = Table(file, Tally(), bundle.warn)
    table = ((line, row) for line, row in rows if any(cell.strip() for cell in row))
    _, names = next(table, (0, None))
    if names is None:
        bundle.warn("The file is empty.")
        return bundle
    header = ["_".join(name.lower().split()) for name in names]
    if "title" not in header:
        raise bad("Line 1", "There must be a column named title; the first line names them.")
    bundle.untold = UNTOLD | (set(_FIELDS) - set(header))
    for name in set(header) - set(COLUMNS) - {""}:
        bundle.losses.add("column", f"There is no column {name!r} in Saydo's table.")
    reader = _Reader(bundle, circumstances.time_zone)
    for _, row in table:
        for cell in filter(str.strip, row[len(header) :]):
            bundle.losses.add("cells", "There are more than the first line has names.", cell)
        reader.row(dict(zip(header, row, strict=False)))
    return bundle


_FIELDS = {
    **{name: name for name in COLUMNS if name not in {"id", "created_at", "updated_at"}},
    "project": "project_id",
    "tags": "tag_ids",
    "assignees": "assignee_ids",
}


class _Reader:
    def __init__(self, bundle: Bundle, zone: str) -> None:
        self._bundle = bundle
        self._zone = zone
        self._names = Names(bundle)
        self._seen = Seen()

    def row(self, cells: dict[str, str]) -> None:
        """Add the task of one row; what can't be read of it is among the losses."""
        read = {
            name: from_text(cell if name in _TEXT else cell.strip()) for name, cell in cells.items()
        }
        given = {name: cell for name, cell in read.items() if cell != ""}
        title = given.get("title", "")
        values: dict[str, Any] = {name: given[name] for name in _PLAIN if name in given}
        for name, words in _WORDS.items():
            if name in given:
                values[name] = self._word(given[name], name, words, title)
        for name in (*_NUMBERS, *_AS_JSON):
            if name in given:
                values |= self._decoded(given[name], name, title)
        for name, zone in _ZONES.items():
            if name in given:
                values[name], values[zone] = local_of_cell(given[name], given.get(zone), self._zone)
        values |= {name: given[name] for name in ("section", "notes") if name in given}
        values["depends_on"] = [_id(each) for each in _split(given.get("depends_on", ""))]
        values["parent_id"] = _id(given["parent_id"]) if "parent_id" in given else None
        values["project_id"] = self._names.project(given.get("project", ""))
        values["tag_ids"] = self._names.tags(_split(given.get("tags", "")))
        people = [self._names.person(name) for name in _split(given.get("assignees", ""))]
        values["assignee_ids"] = [each for each in people if each is not None]
        completed = values.get("status") == "completed"
        values["completed_at"] = (
            values.get("completed_at") or values.get("updated_at") or "" if completed else None
        )
        task = new_task(_id(given["id"]) if "id" in given else self._new_id(given), title, **values)
        task = task if "id" in given else with_origin(task, PROGRAM, "", cells)
        self._bundle.add(self._bundle.tasks, task)

    def _word(self, cell: str, name: str, words: tuple[str, ...], title: str) -> str | None:
        word = "_".join(cell.lower().split())
        if word in words:
            return word
        self._bundle.losses.add(name, f"It is none of {', '.join(words)}.", f"{title}: {cell}")
        return "todo" if name == "status" else None

    def _decoded(self, cell: str, name: str, title: str) -> dict[str, Any]:
        kind = _AS_JSON.get(name, int if name == "duration_min" else float)
        try:
            return {name: msgspec.json.decode(cell, type=kind)}
        except msgspec.DecodeError as error:
            self._bundle.losses.add(name, f"It can't be read ({error}).", f"{title}: {cell}")
            return {}

    def _new_id(self, given: dict[str, str]) -> str:
        same = "\n".join(f"{name}={given[name]}" for name in sorted(given) if name in _TEXT)
        return stable_id(PROGRAM, same, str(self._seen.count(same)))


def _id(cell: str) -> str:
    """The id that Saydo gave, or one for that of another program."""
    try:
        return clean_id(cell)
    except InvalidInputError:
        return stable_id(PROGRAM, "id", cell)


def _cell(task: Task, column: str) -> str:
    value = getattr(task, column)
    if value is None or value == []:
        return ""
    if column in _LISTS:
        return as_text(_joined(value))
    if column in _AS_JSON:
        return msgspec.json.encode(value).decode()
    return as_text(value) if column in _TEXT else str(value)


def _joined(names: list[str]) -> str:
    return "; ".join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def _split(cell: str) -> list[str]:
    marked = _SEPARATOR.sub("\\1\n", cell)
    return [_ESCAPED.sub(r"\1", part).strip() for part in marked.split("\n") if part.strip()]
