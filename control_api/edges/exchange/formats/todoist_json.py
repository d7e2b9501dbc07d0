"""Todoist's JSON: what its Sync API gives, or a list of tasks of its REST API."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from control_api.edges.exchange.formats.todoist_dates import read_date
from control_api.edges.exchange.formats.todoist_words import COLOURS
from control_api.edges.exchange.parts.bundle import (
    Bundle,
    Names,
    bad,
    new_task,
    stable_id,
    with_origin,
)
from control_api.edges.exchange.parts.json_stream import JsonStream, kept_items
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.records import Record, read_record
from control_api.edges.exchange.parts.texts import text_of
from control_api.edges.exchange.parts.times import read_stamp, read_time
from control_api.edges.exchange.parts.zones import Zones
from control_api.input.ids import clean_id
from shared.problems import InvalidInputError
from shared.tasks import Link, Priority, Reminder, Repeat, Task
from shared.things import Comment, Contact

PROGRAM = "todoist"
UNTOLD = frozenset({"depends_on", "start", "start_time_zone"})
PRIORITIES: dict[int, Priority | None] = {4: "urgent", 3: "high", 2: "medium", 1: None}
"""As in the API: 4 is the highest. The tables count the other way."""

_READ = frozenset(
    {
        *("content", "description", "project_id", "section_id", "parent_id", "labels"),
        *("priority", "due", "deadline", "duration", "child_order", "order", "responsible_uid"),
        *("added_at", "created_at", "updated_at", "completed_at", "checked", "is_completed"),
        *("is_deleted", "assignee_id"),
    }
)
"""What has its place in a task; everything else is set aside and given back."""


_LISTS = frozenset(
    {
        *("items", "results", "tasks", "projects", "sections", "labels", "collaborators"),
        *("reminders", "notes", "comments", "project_notes"),
    }
)


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read an object with ``items`` or ``results``, or a list. Raises `InvalidInputError`."""
    stream = JsonStream(text_of(file))
    tally = Tally()
    lists: dict[str, list[bytes]] = {}
    if stream.peek() == "[":
        lists["items"] = kept_items(stream, tally)
    else:
        for name in stream.fields():
            if name in _LISTS:
                lists[name] = kept_items(stream, tally)
            else:
                stream.skip()
    stream.finish()
    of_tasks = next((each for each in ("items", "results", "tasks") if each in lists), None)
    if of_tasks is None and "projects" not in lists:
        raise bad("The file", "There must be items, results or projects in it.")
    return _Reader(circumstances, lists).read(of_tasks or "items")


def thing_id(kind: str, foreign_id: str) -> str:
    """The id of a Todoist thing; one that Saydo has exported keeps its own."""
    try:
        return clean_id(foreign_id)
    except InvalidInputError:
        return stable_id(PROGRAM, kind, foreign_id)


class _Reader:
    def __init__(self, circumstances: Circumstances, lists: dict[str, list[bytes]]) -> None:
        self._lists = lists
        self._today = date.fromisoformat(circumstances.today)
        self._bundle = Bundle(untold=UNTOLD)
        self._zones = Zones(self._bundle.losses, circumstances.time_zone, "due.timezone")
        self._names = Names(self._bundle)
        self._projects: dict[str, str] = {}
        self._sections: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._authors: dict[str, str] = {}
        self._reminders: dict[str, list[Reminder]] = {}

    def read(self, items: str) -> Bundle:
        """Everything but what is marked as deleted."""
        self._surroundings()
        seen: set[str] = set()
        for record in self._living(items, "task"):
            task = self._task(record)
            if task.id in seen:
                raise bad(record.where, "Its id is that of another task.")
            seen.add(task.id)
            self._bundle.add(self._bundle.tasks, task)
        for name, kind in (("notes", "note"), ("comments", "comment")):
            for record in self._living(name, kind):
                self._comment(record)
        if self._lists.get("project_notes"):
            self._bundle.losses.add("project_notes", "A comment on a project has no place.")
        return self._bundle

    def _living(self, name: str, kind: str) -> Iterator[Record]:
        for number, text in enumerate(self._lists.get(name, []), 1):
            record = read_record(text, f"{kind} {number}")
            if not record.flag("is_deleted"):
                yield record

    def _surroundings(self) -> None:
        for record in self._living("projects", "project"):
            if record.flag("inbox_project") or record.flag("is_inbox_project"):
                continue
            made = self._names.project(
                record.text("name"),
                id=thing_id("project", record.text("id")),
                colour=_colour(record),
                description=record.text("description"),
                archived=record.flag("is_archived"),
            )
            if made is not None:
                self._projects[record.text("id")] = made
            if record.text("parent_id"):
                self._bundle.losses.add("project.parent_id", "Projects have no tree here.")
        for record in self._living("sections", "section"):
            self._sections[record.text("id")] = record.text("name")
        for record in self._living("labels", "label"):
            self._names.tag(
                record.text("name"), id=thing_id("label", record.text("id")), colour=_colour(record)
            )
        for record in self._living("collaborators", "collaborator"):
            email = record.text("email")
            contacts = [Contact(kind="email", value=email)] if email else []
            name = record.text("full_name") or record.text("name") or email
            made = thing_id("person", record.text("id"))
            person = self._names.person(name, id=made, contacts=contacts)
            if person is not None:
                self._people[record.text("id")] = person
                self._authors[record.text("id")] = name
        for record in self._living("reminders", "reminder"):
            self._reminder(record)

    def _reminder(self, record: Record) -> None:
        kind = record.text("type") or "relative"
        minutes = record.whole("minute_offset")
        if minutes is None:
            minutes = record.whole("mm_offset")
        made = self._reminders.setdefault(record.text("item_id"), [])
        if kind == "relative" and minutes is not None:
            made.append(Reminder(before_min=minutes, anchor="due"))
            return
        at, zone = self._time(record.record("due"))
        if kind == "absolute" and at is not None and "T" in at:
            made.append(Reminder(at=at, time_zone=zone))
        else:
            self._bundle.losses.add("reminder", "Saydo does not remind at places.", kind)

    def _task(self, record: Record) -> Task:
        foreign = record.text("id")
        if not foreign:
            raise bad(record.where, "It has no id.")
        title = record.text("content")
        due = record.record("due")
        values = self._due(due, title)
        deadline = record.record("deadline")
        if deadline is not None:
            values["deadline"] = deadline.text("date")[:10] or None
        priority = record.whole("priority") or 1
        if priority not in PRIORITIES:
            raise bad(record.where, "priority must be 1, 2, 3 or 4.")
        values["priority"] = PRIORITIES[priority]
        if record.flag("checked") or record.flag("is_completed") or record.text("completed_at"):
            values["status"] = "completed"
            values["completed_at"] = read_stamp(record.text("completed_at"))
        added = read_stamp(record.text("added_at") or record.text("created_at"))
        values["created_at"] = added
        values["updated_at"] = read_stamp(record.text("updated_at")) or added
        values["notes"] = record.text("description")
        values["project_id"] = self._projects.get(record.text("project_id"))
        values["section"] = self._sections.get(record.text("section_id")) or None
        parent = record.text("parent_id")
        values["parent_id"] = thing_id("task", parent) if parent else None
        values["tag_ids"] = self._names.tags(record.texts("labels"))
        order = record.number("child_order")
        values["order"] = record.number("order") if order is None else order
        values["duration_min"] = self._duration(record)
        values["assignee_ids"] = self._assignees(record, title)
        values["reminders"] = self._reminders.get(foreign, [])
        links = record.records("saydo_links", "link")
        values["links"] = [Link(url=each.text("url"), title=each.text("title")) for each in links]
        aside = {k: v for k, v in record.fields.items() if k not in _READ and k != "saydo_links"}
        if due is not None and values.get("repeat") is None and due.text("string"):
            aside["due_string"] = due.text("string")
        values["extra"] = {PROGRAM: aside}
        task_id = thing_id("task", foreign)
        reminders = [str(each) for each in values["reminders"]]
        return with_origin(
            new_task(task_id, title, **values), PROGRAM, foreign, [record.fields, reminders]
        )

    def _due(self, due: Record | None, title: str) -> dict[str, Any]:
        day, zone = self._time(due)
        if due is None or day is None:
            if due is not None:
                self._bundle.losses.add("due", "It is no date that can be read.", title)
            return {}
        values: dict[str, Any] = {"due": day, "time_zone": zone}
        if due.flag("is_recurring"):
            values["repeat"] = self._repeat(due, title)
        return values

    def _repeat(self, due: Record, title: str) -> Repeat | None:
        text = due.text("string")
        found = read_date(text, due.text("lang") or "en", self._today)
        if found is None or found.repeat is None:
            what = "There is no rule for these words, so it does not repeat."
            self._bundle.losses.add("due.string", what, f"{title}: {text}", kept=True)
            return None
        return found.repeat

    def _time(self, due: Record | None) -> tuple[str | None, str | None]:
        if due is None:
            return None, None
        found = read_time(due.text("datetime") or due.text("date"))
        if found is None:
            return None, None
        if not isinstance(found, datetime):
            return found.isoformat(), None
        return self._zones.kept(found, due.text("timezone"))

    def _duration(self, record: Record) -> int | None:
        duration = record.record("duration")
        amount = None if duration is None else duration.whole("amount")
        if duration is None or not amount:
            return None
        return amount * (24 * 60 if duration.text("unit") == "day" else 1)

    def _assignees(self, record: Record, title: str) -> list[str]:
        foreign = record.text("responsible_uid") or record.text("assignee_id")
        person = self._people.get(foreign)
        if foreign and person is None:
            what = "The file does not say who that is."
            self._bundle.losses.add("responsible_uid", what, title)
        return [] if person is None else [person]

    def _comment(self, record: Record) -> None:
        task = record.text("item_id") or record.text("task_id")
        text = record.text("content")
        attached = record.record("file_attachment") or record.record("attachment")
        if attached is not None:
            name = attached.text("file_name") or "file"
            address = attached.text("file_url")
            text = f"{text}\n\n[{name}]({address})".strip() if address else text
            self._bundle.losses.add("file_attachment", "Only its address is kept.", name)
        if not task:
            self._bundle.losses.add("comment", "A comment on a project has no place.", text)
            return
        at = read_stamp(record.text("posted_at"))
        comment = Comment(
            id=thing_id("note", record.text("id") or f"{task} {at} {text}"),
            task_id=thing_id("task", task),
            text=text,
            created_at=at,
            updated_at=at,
            author=self._authors.get(record.text("posted_uid")) or record.text("saydo_author"),
        )
        self._bundle.add(self._bundle.comments, comment)


def _colour(record: Record) -> str | None:
    return COLOURS.get(record.text("color"))
