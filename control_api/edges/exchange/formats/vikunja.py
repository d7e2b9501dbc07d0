"""Vikunja's export: a zip of projects, tasks, comments and saved filters."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from control_api.edges.exchange.parts.archive import Archive
from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    bad,
    new_task,
    stable_id,
    with_origin,
)
from control_api.edges.exchange.parts.html_text import to_markdown
from control_api.edges.exchange.parts.json_stream import JsonStream, kept_items
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.records import Record, decode, read_record
from control_api.edges.exchange.parts.recurrence import every
from control_api.edges.exchange.parts.texts import text_of
from control_api.edges.exchange.parts.times import local, read_stamp, read_time
from shared.tasks import Anchor, Priority, Reminder, Repeat, Task
from shared.things import Comment, Contact

PROGRAM = "vikunja"
DEEPEST = 50
UNTOLD = frozenset({"deadline", "deadline_time_zone", "duration_min", "links"})
PRIORITIES: dict[int, Priority | None] = {
    0: None,
    1: "low",
    2: "medium",
    3: "high",
    4: "urgent",
    5: "urgent",
}
DAY_S = 24 * 3600

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_ANCHORS: dict[str, Anchor] = {"due_date": "due", "start_date": "start"}
_INVERSE = {
    "subtask": "parenttask",
    "blocking": "blocked",
    "precedes": "follows",
    "duplicates": "duplicateof",
    "copiedto": "copiedfrom",
}
"""A relation is stored with both tasks: one of the two is enough."""
_READ = frozenset(
    {
        *("id", "title", "description", "done", "done_at", "due_date", "start_date", "reminders"),
        *("reminder_dates", "project_id", "repeat_after", "repeat_mode", "priority", "assignees"),
        *("labels", "related_tasks", "comments", "bucket_id", "position", "created", "updated"),
        *("attachments", "created_by", "reactions"),
    }
)


_OF_PROJECT = frozenset(
    {
        *("id", "title", "hex_color", "description", "is_archived", "parent_project_id"),
        *("background_file_id", "buckets", "tasks", "child_projects", "task_buckets"),
    }
)
"""What is read of a project; its views, and the places of tasks in them, are not."""


class _Kept(msgspec.Struct):
    """A project that waits for its turn."""

    fields: dict[str, Any]
    tasks: list[bytes]
    placed: dict[str, str]
    """Ids of tasks, and of the buckets that they are in."""
    children: list["_Kept"]


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read the zip that Vikunja exports. Raises `InvalidInputError` naming file and record."""
    archive = Archive(file)
    if "VERSION" not in archive.names:
        raise bad("The file", "There is no VERSION in it: it is no export of Vikunja.")
    reader = _Reader(circumstances)
    tally, places = Tally(), Tally()
    with archive.open("data.json") as data:
        stream = JsonStream(text_of(data, "data.json"))
        projects = [_keep(stream, tally, places) for _ in stream.items()]
        stream.finish()
    for number, project in enumerate(projects, 1):
        reader.project(project, f"project {number}", 0)
    if "filters.json" in archive.names:
        with archive.open("filters.json") as data:
            filters = kept_items(JsonStream(text_of(data, "filters.json")), tally)
        reader.filters(read_record(text, f"filter {n}") for n, text in enumerate(filters, 1))
    reader.relate()
    return reader.bundle


def _keep(stream: JsonStream, tally: Tally, places: Tally, depth: int = 0) -> _Kept:
    """The project that comes next, with what is read of it."""
    tally.add()
    if depth > DEEPEST:
        raise bad(f"Line {stream.line}", "Its projects are nested too deeply.")
    kept = _Kept({}, [], {}, [])
    for name in stream.fields():
        is_list = stream.peek() == "["
        if name == "tasks" and is_list:
            kept.tasks = kept_items(stream, tally)
        elif name == "child_projects" and is_list:
            kept.children = [_keep(stream, tally, places, depth + 1) for _ in stream.items()]
        elif name == "task_buckets" and is_list:
            for text in kept_items(stream, places):
                place = read_record(text, "task_buckets")
                kept.placed[place.text("task_id")] = place.text("bucket_id")
        elif name in _OF_PROJECT:
            kept.fields[name] = decode(stream.value(), f"project, {name}")
        else:
            stream.skip()
    return kept


class _Reader:
    def __init__(self, circumstances: Circumstances) -> None:
        self.bundle = Bundle(untold=UNTOLD)
        self._names = Names(self.bundle)
        self._zone = circumstances.time_zone
        self._related: list[tuple[str, str, str]] = []
        """Task, relation, other task; each pair once."""
        self._relations_told = Tally()

    def project(self, kept: _Kept, where: str, depth: int) -> None:
        """A project, its tasks, and the projects in it."""
        record = Record(kept.fields, where)
        for name in ("tasks", "child_projects", "task_buckets"):
            record.items(name)  # what is there is no list
        project_id = self._names.project(
            record.text("title"),
            id=stable_id(PROGRAM, "project", record.text("id")),
            colour=_colour(record.text("hex_color")),
            description=to_markdown(record.text("description")),
            archived=record.flag("is_archived"),
        )
        if depth or record.whole("parent_project_id"):
            self._lose("parent_project_id", "Projects have no tree here.", record.text("title"))
        if record.text("background_file_id") not in {"", "0"}:
            self._lose("background", "Projects have no picture here.", record.text("title"))
        buckets = {each.text("id"): each.text("title") for each in record.records("buckets")}
        for number, text in enumerate(kept.tasks, 1):
            task = read_record(text, f"{where}, task {number}")
            bucket = kept.placed.get(task.text("id")) or task.text("bucket_id")
            made = self._task(task, project_id, buckets.get(bucket))
            self.bundle.add(self.bundle.tasks, made)
        for number, child in enumerate(kept.children, 1):
            self.project(child, f"{where}, project {number}", depth + 1)

    def filters(self, records: Iterable[Record]) -> None:
        """Saved filters are in another language: they are only named."""
        for record in records:
            self._lose("filters", "Write it again in Saydo's language.", record.text("title"))

    def relate(self) -> None:
        """Parts, and what waits for what."""
        parents: dict[str, str] = {}
        needs: dict[str, list[str]] = {}
        for task_id, kind, other in dict.fromkeys(self._related):
            if kind == "parenttask":
                parents.setdefault(task_id, other)
            elif kind == "blocked":
                needs.setdefault(task_id, []).append(other)
            else:
                self._lose(f"related_tasks.{kind}", "Tasks are only parts, or wait for others.")
        for place, task in enumerate(self.bundle.tasks):
            if task.id in parents or task.id in needs:
                self.bundle.tasks[place] = msgspec.structs.replace(
                    task, parent_id=parents.get(task.id), depends_on=needs.get(task.id, [])
                )

    def _task(self, record: Record, project_id: str | None, bucket: str | None) -> Task:
        foreign = record.text("id")
        title = record.text("title")
        task_id = stable_id(PROGRAM, "task", foreign)
        priority = record.whole("priority") or 0
        if priority not in PRIORITIES:
            raise bad(record.where, "priority must be a number from 0 to 5.")
        if priority in {4, 5}:
            self._lose("priority", "4 (urgent) and 5 (do now) are both urgent.", title)
        due, due_zone = self._time(record, "due_date")
        start, start_zone = self._time(record, "start_date")
        values: dict[str, Any] = {
            "notes": to_markdown(record.text("description")),
            "priority": PRIORITIES[priority],
            "project_id": project_id,
            "section": bucket,
            "order": record.number("position"),
            "due": due,
            "time_zone": due_zone,
            "start": start,
            "start_time_zone": start_zone,
            "created_at": read_stamp(record.text("created")),
            "updated_at": read_stamp(record.text("updated")) or read_stamp(record.text("created")),
            "tag_ids": self._labels(record),
            "assignee_ids": self._people(record),
            "reminders": list(self._reminders(record, title)),
            "repeat": self._repeat(record, title),
        }
        if record.flag("done"):
            values["status"] = "completed"
            values["completed_at"] = read_stamp(record.text("done_at"))
        kept = {
            key: value
            for key, value in record.fields.items()
            if key not in _READ and value not in (None, "", 0, False, [], {})
        }
        values["extra"] = {PROGRAM: kept} if kept else {}
        for attached in record.records("attachments", "attachment"):
            file = attached.record("file")
            name = "" if file is None else file.text("name")
            self._lose("attachments", "Files are not taken along.", name)
        self._comments(record, task_id)
        self._relations(record, task_id)
        return with_origin(new_task(task_id, title, **values), PROGRAM, foreign, record.fields)

    def _time(self, record: Record, name: str) -> tuple[str | None, str | None]:
        # The year 1 means that there is none: `read_time` knows no such year.
        return local(read_time(record.text(name)), self._zone)

    def _labels(self, record: Record) -> list[str]:
        found = [
            self._names.tag(label.text("title"), colour=_colour(label.text("hex_color")))
            for label in record.records("labels", "label")
        ]
        return list(dict.fromkeys(each for each in found if each is not None))

    def _people(self, record: Record) -> list[str]:
        found = []
        for person in record.records("assignees", "assignee"):
            email = person.text("email")
            contacts = [Contact(kind="email", value=email)] if email else []
            name = person.text("name") or person.text("username")
            found.append(self._names.person(name, contacts=contacts))
        return list(dict.fromkeys(each for each in found if each is not None))

    def _reminders(self, record: Record, title: str) -> Iterator[Reminder]:
        for told in record.records("reminders", "reminder"):
            anchor = told.text("relative_to")
            seconds = told.whole("relative_period") or 0
            if anchor in _ANCHORS and seconds <= 0 and seconds % 60 == 0:
                yield Reminder(before_min=-seconds // 60, anchor=_ANCHORS[anchor])
                continue
            yield from self._absolute(told.text("reminder"), title)
            if anchor:
                self._lose("reminders", "It is at its time now, whatever is moved.", title)
        for text in record.texts("reminder_dates"):
            yield from self._absolute(text, title)

    def _absolute(self, text: str, title: str) -> Iterator[Reminder]:
        at, zone = local(read_time(text), self._zone)
        if at is None or "T" not in at:
            self._lose("reminders", "It has no time.", title)
        else:
            yield Reminder(at=at, time_zone=zone)

    def _repeat(self, record: Record, title: str) -> Repeat | None:
        mode = record.whole("repeat_mode") or 0
        seconds = record.whole("repeat_after") or 0
        if mode == 1:
            return Repeat(rule=every("MONTHLY"))
        if seconds <= 0:
            return None
        if seconds % DAY_S:
            self._lose("repeat_after", "A task repeats daily at most.", title)
            return None
        days = seconds // DAY_S
        rule = every("DAILY", days) if days % 7 else every("WEEKLY", days // 7)
        return Repeat(rule=rule, basis="completion" if mode else "due")

    def _comments(self, record: Record, task_id: str) -> None:
        for number, told in enumerate(record.records("comments", "comment"), 1):
            author = told.record("author")
            at = read_stamp(told.text("created"))
            name = "" if author is None else author.text("name") or author.text("username")
            comment = Comment(
                id=stable_id(PROGRAM, "comment", task_id, told.text("id") or str(number)),
                task_id=task_id,
                text=to_markdown(told.text("comment")),
                created_at=at,
                updated_at=at,
                author=name,
            )
            self.bundle.add(self.bundle.comments, comment)

    def _relations(self, record: Record, task_id: str) -> None:
        related = record.record("related_tasks")
        for kind in () if related is None else related.fields:
            for other in related.records(kind) if related is not None else ():
                self._relations_told.add()
                other_id = stable_id(PROGRAM, "task", other.text("id"))
                if kind in _INVERSE:
                    self._related.append((other_id, _INVERSE[kind], task_id))
                elif kind == "related":
                    first, second = sorted([task_id, other_id])
                    self._related.append((first, kind, second))
                else:
                    self._related.append((task_id, kind, other_id))

    def _lose(self, field: str, what: str, example: str = "") -> None:
        self.bundle.losses.add(field, what, example)


def _colour(text: str) -> str | None:
    found = _COLOUR.fullmatch(text.strip())
    return None if found is None else f"#{found[1].lower()}"
