"""Taskwarrior's JSON: what ``task export`` writes and ``task import`` reads."""

import sys
from datetime import UTC, datetime
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import msgspec

from control_api.edges.exchange.formats.taskwarrior_fields import STATUSES, tidied
from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    bad,
    new_task,
    stable_id,
    with_origin,
)
from control_api.edges.exchange.parts.json_stream import JsonStream
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.edges.exchange.parts.records import Record, read_record
from control_api.edges.exchange.parts.recurrence import rule_of_word
from control_api.edges.exchange.parts.texts import text_of
from control_api.edges.exchange.parts.times import day_or_local, read_stamp, read_time
from control_api.input.ids import clean_id
from shared.problems import InvalidInputError
from shared.tasks import Priority, Repeat, Task
from shared.things import Comment

PROGRAM = "taskwarrior"
UNTOLD = frozenset({"links", "reminders", "assignee_ids", "order"})

_PRIORITY: dict[str, Priority] = {"H": "high", "M": "medium", "L": "low"}
_READ = frozenset(
    {
        *("uuid", "status", "entry", "description", "modified", "due", "scheduled", "project"),
        *("tags", "annotations", "depends", "id", "urgency", "saydo_deadline", "saydo_section"),
        *("saydo_parent", "saydo_minutes", "saydo_priority", "saydo_repeat"),
    }
)
"""What has its place in a task; everything else is set aside and given back."""


class _Kept(msgspec.Struct, frozen=True):
    """A record that waits for its turn: what it says, and what others ask of it before."""

    number: int
    text: bytes
    status: str
    parent: str
    due: str

    def record(self, unit: str) -> Record:
        """All of it, as it is written."""
        return read_record(self.text, f"{unit} {self.number}")


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read an array, one object, or an object a line. Raises `InvalidInputError`."""
    bundle = Bundle(untold=UNTOLD)
    stream = JsonStream(text_of(file))
    is_list = stream.peek() == "["
    unit = "Record" if is_list else "Line"
    tally = Tally()
    by_id: dict[str, _Kept] = {}
    untitled: Record | None = None
    for number, _ in enumerate(stream.items() if is_list else stream.values(), 1):
        tally.add()
        stream.peek()
        place = number if is_list else stream.line
        text = stream.value()
        record = tidied(read_record(text, f"{unit} {place}"), Losses())
        if not record.text("description").strip():
            untitled = untitled or record
            bundle.losses.add("description", "It has none, and is left out.", record.where)
            continue
        task_id = _id(record)
        if task_id in by_id:
            bundle.warn(f"{record.where} has the UUID of another; the later one counts.")
        by_id[task_id] = _Kept(
            place,
            text.encode(),
            sys.intern(record.text("status")),
            record.text("parent").lower(),
            record.text("due"),
        )
    stream.finish()
    if untitled is not None and not by_id:
        raise bad(untitled.where, "It has no description.")
    reader = _Reader(bundle, circumstances, by_id, unit)
    for task_id, kept in by_id.items():
        if task_id in reader.joined:
            reader.comments(reader.joined[task_id], kept.record(unit))
        else:
            bundle.add(bundle.tasks, reader.task(task_id, kept.record(unit)))
    return bundle


def _id(record: Record) -> str:
    """Its UUID, or always the same one for a record that was written by hand and has none."""
    given = record.text("uuid")
    try:
        return clean_id(given)
    except InvalidInputError:
        words = (record.text("description"), record.text("entry"))
        return stable_id(PROGRAM, "task", given, *words)


class _Reader:
    def __init__(
        self, bundle: Bundle, circumstances: Circumstances, by_id: dict[str, _Kept], unit: str
    ) -> None:
        self._bundle = bundle
        self._zone = circumstances.time_zone
        self._names = Names(bundle)
        self.joined: dict[str, str] = {}
        """Open instances of repeating tasks, which are the repeating task itself here."""
        self._next: dict[str, _Kept] = {}
        self._unit = unit
        self._join(by_id)

    def _join(self, by_id: dict[str, _Kept]) -> None:
        for task_id, kept in by_id.items():
            parent = kept.parent
            is_open = kept.status in {"pending", "waiting"}
            if is_open and parent in by_id and by_id[parent].status == "recurring":
                self.joined[task_id] = parent
                first = self._next.get(parent)
                if first is None or kept.due < first.due:
                    self._next[parent] = kept
                self._bundle.losses.add(
                    "parent",
                    "An open instance and the recurring task it came from are one task here.",
                    self._tidied(kept).text("description"),
                )

    def _tidied(self, kept: _Kept) -> Record:
        """A record that is not the one in turn: its losses are told when it is."""
        return tidied(kept.record(self._unit), Losses())

    def task(self, task_id: str, written: Record) -> Task:
        """The task of one record, and its comments into the bundle."""
        record = tidied(written, self._bundle.losses)
        values = self._times(record)
        values["status"] = STATUSES[record.text("status")]
        if values["status"] == "todo" and record.text("start"):
            values["status"] = "in_progress"
        if values["status"] == "completed":
            values["completed_at"] = read_stamp(record.text("end")) or values["updated_at"]
        values["repeat"] = self._repeat(record)
        values["priority"] = self._priority(record)
        values["project_id"] = self._names.project(record.text("project"))
        values["tag_ids"] = self._names.tags(record.texts("tags"))
        values["depends_on"] = self._joined_ids(record.texts("depends"))
        parent = self._joined_ids(record.texts("saydo_parent"))
        values["parent_id"] = parent[0] if parent else None
        values["section"] = record.text("saydo_section") or None
        values["duration_min"] = self._minutes(record)
        aside = {key: value for key, value in record.fields.items() if key not in _READ}
        # A user-defined attribute of this name is common, and may be of any kind.
        if isinstance(record.fields.get("notes"), str):
            values["notes"] = aside.pop("notes")
        values["extra"] = {PROGRAM: aside}
        self._comments(task_id, record)
        task = new_task(task_id, record.text("description"), **values)
        # These change by themselves.
        said = {k: v for k, v in written.fields.items() if k not in {"id", "urgency"}}
        return with_origin(task, PROGRAM, task_id, [said, values["due"]])

    def _times(self, record: Record) -> dict[str, Any]:
        kept = self._next.get(record.text("uuid").lower())
        following = record if kept is None else self._tidied(kept)
        due, time_zone = self._time(following, "due")
        start, start_zone = self._time(record, "scheduled")
        if start is None:
            start, start_zone = self._time(record, "wait")
        deadline, deadline_zone = self._time(record, "saydo_deadline")
        entry = read_stamp(record.text("entry"))
        return {
            "due": due,
            "time_zone": time_zone,
            "start": start,
            "start_time_zone": start_zone,
            "deadline": deadline,
            "deadline_time_zone": deadline_zone,
            "created_at": entry,
            "updated_at": read_stamp(record.text("modified")) or entry,
        }

    def _time(self, record: Record, name: str) -> tuple[str | None, str | None]:
        return day_or_local(read_time(record.text(name)), self._zone)

    def _minutes(self, record: Record) -> int | None:
        try:
            return record.whole("saydo_minutes")
        except InvalidInputError:
            text = record.text("saydo_minutes")
            self._bundle.losses.add("saydo_minutes", "It is no number of minutes.", text)
            return None

    def _repeat(self, record: Record) -> Repeat | None:
        told = record.text("saydo_repeat")
        if told:
            try:
                return msgspec.json.decode(told, type=Repeat)
            except msgspec.DecodeError:
                self._bundle.losses.add("saydo_repeat", "It can't be read.", told)
        word = record.text("recur")
        if not word or record.text("status") != "recurring":
            return None
        rule = rule_of_word(word)
        if rule is None:
            self._bundle.losses.add(
                "recur", "There is no rule for this, so it does not repeat.", word, kept=True
            )
            return None
        due, _ = self._time(record, "due")
        until = read_time(record.text("until"))
        if isinstance(until, datetime) and due is not None:
            rule += f";UNTIL={_until(until, due, self._zone)}"
        return Repeat(rule=rule)

    def _priority(self, record: Record) -> Priority | None:
        word = record.text("priority")
        if record.text("saydo_priority") == "urgent" and word == "H":
            return "urgent"
        if word and word not in _PRIORITY:
            self._bundle.losses.add("priority", "It is none of H, M and L.", word, kept=True)
        return _PRIORITY.get(word)

    def _joined_ids(self, ids: list[str]) -> list[str]:
        return list(dict.fromkeys(self.joined.get(each, each) for each in ids))

    def comments(self, task_id: str, written: Record) -> None:
        """Keep the annotations of one record, whose task is another's as well."""
        self._comments(task_id, tidied(written, self._bundle.losses))

    def _comments(self, task_id: str, record: Record) -> None:
        for number, note in enumerate(record.records("annotations", "annotation"), 1):
            at = read_stamp(note.text("entry"))
            comment = Comment(
                id=stable_id(PROGRAM, "annotation", task_id, at, str(number)),
                task_id=task_id,
                text=note.text("description"),
                created_at=at,
                updated_at=at,
            )
            self._bundle.add(self._bundle.comments, comment)


def _until(until: datetime, due: str, zone: str) -> str:
    """The last day or instant, in the same kind of time as the due date."""
    if len(due) == len("2026-11-24"):
        return until.astimezone(ZoneInfo(zone)).strftime("%Y%m%d")
    return until.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
