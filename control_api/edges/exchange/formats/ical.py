"""iCalendar: the to-dos (VTODO) of a calendar."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from control_api.edges.exchange.formats.ical_lines import Component, read_parts, split_list
from control_api.edges.exchange.formats.ical_times import Times
from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    new_task,
    stable_id,
    task_id_of,
    with_origin,
)
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.times import read_stamp
from control_api.input.ids import clean_id
from shared.problems import InvalidInputError
from shared.tasks import Link, Priority, Task, TaskStatus
from shared.things import Comment, Contact

PROGRAM = "ics"
LARGEST = 1e12
STATUSES: dict[str, TaskStatus] = {
    "NEEDS-ACTION": "todo",
    "IN-PROCESS": "in_progress",
    "COMPLETED": "completed",
    "CANCELLED": "cancelled",
}
NUMBERS: dict[Priority, str] = {"urgent": "1", "high": "2", "medium": "5", "low": "9"}

_READ = frozenset(
    {
        *("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SUMMARY", "DESCRIPTION", "STATUS"),
        *("COMPLETED", "PRIORITY", "DTSTART", "DUE", "DURATION", "RRULE", "CATEGORIES", "URL"),
        *("ATTENDEE", "COMMENT", "X-APPLE-SORT-ORDER", "X-SAYDO-ORDER", "X-SAYDO-SECTION"),
        *("X-SAYDO-DEADLINE", "X-SAYDO-START", "X-SAYDO-MINUTES", "X-SAYDO-PRIORITY"),
        *("X-SAYDO-LINKS", "X-SAYDO-PROJECT", "X-SAYDO-REPEAT"),
    }
)
"""What has its place in a task; other lines are set aside and given back."""


class _Todo(msgspec.Struct):
    """A to-do that waits for its turn."""

    packed: bytes
    key: str
    sequence: int
    children: list[str]
    """The UIDs of what it says are its parts."""

    def component(self) -> Component:
        """All of it."""
        return msgspec.msgpack.decode(self.packed, type=Component)


class _Calendar(msgspec.Struct):
    head: Component
    zones: list[Component] = msgspec.field(default_factory=list)
    todos: list[_Todo] = msgspec.field(default_factory=list)


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read every to-do of every calendar in the file. Raises `InvalidInputError`."""
    bundle = Bundle()
    calendars: list[_Calendar] = []
    latest: dict[str, _Todo] = {}
    tally = Tally()
    for head, part in read_parts(file):
        if part is None:
            tally.add()
            calendars.append(_Calendar(head))
        elif part.name == "VTIMEZONE":
            tally.add()
            calendars[-1].zones.append(part)
        elif part.name == "VTODO":
            tally.add()
            calendars[-1].todos.append(_kept(bundle, part, latest))
        else:
            bundle.losses.add(part.name, "Only to-dos are taken in.", part.text("SUMMARY"))
    names = Names(bundle)
    for calendar in calendars:
        reader = _Reader(bundle, names, calendar, circumstances)
        for todo in calendar.todos:
            if latest[todo.key] is todo:
                bundle.add(bundle.tasks, reader.task(todo.component()))
    _turn_children(bundle, latest)
    return bundle


def _kept(bundle: Bundle, part: Component, latest: dict[str, _Todo]) -> _Todo:
    children = [
        line.text
        for line in part.all("RELATED-TO")
        if line.params.get("RELTYPE", "").upper() == "CHILD"
    ]
    todo = _Todo(msgspec.msgpack.encode(part), _key(part), _sequence(part), children)
    earlier = latest.get(todo.key)
    if earlier is not None:
        bundle.warn(f"{part.where} is there twice; the later version counts.")
    if earlier is None or todo.sequence >= earlier.sequence:
        latest[todo.key] = todo
    return todo


def level(number: int) -> Priority | None:
    """1 to 4 is high, 5 medium, 6 to 9 low; 0 is none."""
    if not 1 <= number <= 9:  # noqa: PLR2004 - the priorities of iCalendar
        return None
    if number == 5:  # noqa: PLR2004
        return "medium"
    return "high" if number < 5 else "low"  # noqa: PLR2004


def _uid(todo: Component) -> str:
    uid = todo.text("UID").strip()
    return uid or stable_id(PROGRAM, "no uid", "\n".join(line.raw for line in todo.lines))


def _key(todo: Component) -> str:
    """What tells a to-do, or one changed instance of it, from others."""
    recurrence = todo.first("RECURRENCE-ID")
    return _uid(todo) if recurrence is None else f"{_uid(todo)}\n{recurrence.value}"


def _sequence(todo: Component) -> int:
    text = todo.text("SEQUENCE")
    return int(text) if text.isdecimal() and len(text) < len("1000000000") else 0


def _turn_children(bundle: Bundle, latest: dict[str, _Todo]) -> None:
    """What says who its children are is their parent, whichever came first in the file."""
    parents = {
        task_id_of(PROGRAM, uid): task_id_of(PROGRAM, key)
        for key, todo in latest.items()
        for uid in todo.children
    }
    for place, task in enumerate(bundle.tasks):
        if task.parent_id is None and task.id in parents:
            bundle.tasks[place] = msgspec.structs.replace(task, parent_id=parents[task.id])


class _Reader:
    """Reads the to-dos of one calendar."""

    def __init__(
        self, bundle: Bundle, names: Names, calendar: _Calendar, circumstances: Circumstances
    ) -> None:
        self._bundle = bundle
        self._names = names
        self._project = circumstances.name or calendar.head.text("X-WR-CALNAME")
        self._times = Times(bundle.losses, calendar.zones, circumstances.time_zone)

    def task(self, todo: Component) -> Task:
        """The task of one to-do, and its comments into the bundle."""
        task_id = task_id_of(PROGRAM, _key(todo))
        values = self._times.fields(todo) | self._status(todo)
        values["notes"] = todo.text("DESCRIPTION")
        values["project_id"] = self._names.project(todo.text("X-SAYDO-PROJECT") or self._project)
        tags = [name for line in todo.all("CATEGORIES") for name in split_list(line.value)]
        values["tag_ids"] = self._names.tags(tags)
        values["assignee_ids"] = self._people(todo)
        values["section"] = todo.text("X-SAYDO-SECTION") or None
        values["order"] = _number(todo.text("X-SAYDO-ORDER") or todo.text("X-APPLE-SORT-ORDER"))
        minutes = _number(todo.text("X-SAYDO-MINUTES"))
        values["duration_min"] = None if minutes is None else int(minutes)
        values["links"] = list(self._links(todo))
        values["reminders"] = list(
            self._times.reminders(todo, has_start=values["start"] is not None)
        )
        aside = self._aside(todo, values)
        self._comments(todo, task_id)
        task = new_task(task_id, todo.text("SUMMARY"), extra={PROGRAM: aside}, **values)
        if not aside:
            task = msgspec.structs.replace(task, extra={})
        record = [line.raw for part in (todo, *todo.parts) for line in part.lines]
        record = [line for line in record if not line.startswith("DTSTAMP")]
        return with_origin(task, PROGRAM, _key(todo), record)

    def _aside(self, todo: Component, values: dict[str, Any]) -> dict[str, Any]:
        """Relations, and what is only given back."""
        values["depends_on"] = []
        kept = [line.raw for line in todo.lines if line.name not in _READ | {"RELATED-TO"}]
        for line in todo.all("RELATED-TO"):
            kind = line.params.get("RELTYPE", "PARENT").upper()
            other = task_id_of(PROGRAM, line.text)
            if kind == "PARENT" and not values.get("parent_id"):
                values["parent_id"] = other
            elif kind == "DEPENDS-ON" and "GAP" not in line.params:
                values["depends_on"].append(other)
            elif kind != "CHILD":
                kept.append(line.raw)
                what = "Saydo knows parts and what waits for what only."
                self._bundle.losses.add(f"RELATED-TO {kind}", what, todo.text("SUMMARY"), kept=True)
        aside: dict[str, Any] = {"lines": kept} if kept else {}
        if task_id_of(PROGRAM, _uid(todo)) != _uid(todo):
            aside["uid"] = _uid(todo)
        priority = todo.text("PRIORITY").strip()
        if values["priority"] is not None and priority != NUMBERS[values["priority"]]:
            aside["priority"] = priority
        if any(line.name in {"RDATE", "EXDATE"} for line in todo.lines):
            what = "Single days more or less are not counted."
            self._bundle.losses.add("EXDATE", what, todo.text("SUMMARY"), kept=True)
        return aside

    def _status(self, todo: Component) -> dict[str, Any]:
        completed = read_stamp(todo.text("COMPLETED"))
        told = STATUSES.get(todo.text("STATUS").strip().upper())
        status = told or ("completed" if completed else "todo")
        changed = read_stamp(todo.text("LAST-MODIFIED"))
        created = read_stamp(todo.text("CREATED"))
        values: dict[str, Any] = {
            "status": status,
            "created_at": created,
            "updated_at": changed or created,
        }
        if status == "completed":
            values["completed_at"] = completed or changed
        number = _number(todo.text("PRIORITY"))
        values["priority"] = level(0 if number is None else int(number))
        if todo.text("X-SAYDO-PRIORITY") == "urgent" and number == 1:
            values["priority"] = "urgent"
        return values

    def _people(self, todo: Component) -> list[str]:
        found = []
        for line in todo.all("ATTENDEE"):
            address = line.value.strip()
            email = address[7:] if address.lower().startswith("mailto:") else ""
            contacts = [Contact(kind="email", value=email[:500])] if email else []
            name = line.params.get("CN", "") or email or address
            fields = {"id": ours} if (ours := _our_id(address)) else {}
            found.append(self._names.person(name, contacts=contacts, **fields))
        return list(dict.fromkeys(each for each in found if each is not None))

    def _links(self, todo: Component) -> Iterator[Link]:
        url = todo.text("URL").strip()
        told = todo.text("X-SAYDO-LINKS")
        if told:
            try:
                links = msgspec.json.decode(told, type=list[Link])
            except msgspec.DecodeError:
                links = []
            if links and links[0].url == url:
                yield from links
                return
        if url:
            yield Link(url=url)

    def _comments(self, todo: Component, task_id: str) -> None:
        for number, line in enumerate(todo.all("COMMENT"), 1):
            at = read_stamp(line.params.get("X-SAYDO-AT", ""))
            try:
                comment_id = clean_id(line.params.get("X-SAYDO-ID", ""))
            except InvalidInputError:
                comment_id = stable_id(PROGRAM, "comment", task_id, str(number), line.value)
            comment = Comment(
                id=comment_id,
                task_id=task_id,
                text=line.text,
                created_at=at,
                updated_at=at,
                author=line.params.get("X-SAYDO-BY", ""),
            )
            self._bundle.add(self._bundle.comments, comment)


def _our_id(address: str) -> str | None:
    """The id in the address that Saydo writes for people."""
    try:
        return clean_id(address.removeprefix("urn:uuid:")) if address.startswith("urn:") else None
    except InvalidInputError:
        return None


def _number(text: str) -> float | None:
    try:
        found = float(text) if text.strip() else None
    except ValueError:
        return None
    return found if found is not None and -LARGEST < found < LARGEST else None
