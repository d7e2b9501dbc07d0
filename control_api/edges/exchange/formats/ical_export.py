"""Writes iCalendar: to-dos to move with, and events for calendars that know no to-dos."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
from icalendar import Timezone

from control_api.edges.exchange.formats.ical import NUMBERS, PROGRAM, STATUSES, level
from control_api.edges.exchange.formats.ical_lines import escape, quoted, written
from control_api.edges.exchange.parts.bundle import Bundle, aside
from control_api.edges.exchange.parts.losses import Circumstances, Losses
from control_api.edges.exchange.parts.times import instant
from control_api.time.calendar_rule import calendar_rule, clock_due
from shared.feeds import FeedKind
from shared.tasks import Reminder, Repeat, Task
from shared.things import Comment

_STATUS = {status: name for name, status in STATUSES.items()}
_DAY = len("2026-11-24")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write every task that is not in the trash as a to-do."""
    for kind in ("people", "filters", "timers", "alarms", "settings"):
        if getattr(bundle, kind):
            bundle.losses.add(kind, "iCalendar has no place for more than the names in tasks.")
    coloured = [*(p.name for p in bundle.projects if p.colour)]
    coloured += [*(t.name for t in bundle.tags if t.colour)]
    for name in coloured:
        bundle.losses.add("colour", "iCalendar has no place for it.", name)
    return _calendar(bundle, circumstances.time_zone, "todo", "")


def write_feed(bundle: Bundle, time_zone: str, kind: FeedKind, name: str) -> bytes:
    """Write the open tasks for a calendar app; as events, those that have a date."""
    return _calendar(bundle, time_zone, kind, name)


def _calendar(bundle: Bundle, time_zone: str, kind: FeedKind, name: str) -> bytes:
    comments: dict[str, list[Comment]] = {}
    for comment in bundle.comments:
        comments.setdefault(comment.task_id, []).append(comment)
    uids = {task.id: str(aside(task, PROGRAM).get("uid", task.id)) for task in bundle.tasks}
    writer = _Writer(bundle.losses, time_zone, uids)
    body: list[str] = []
    for task in bundle.tasks:
        if kind == "todo":
            body += writer.todo(task, comments.get(task.id, []))
        elif task.due is not None:
            body += writer.event(task)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Saydo//Saydo//EN"]
    if name:
        head += [f"NAME:{escape(name)}", f"X-WR-CALNAME:{escape(name)}"]
    return written([*head, *_zones(bundle.tasks), *body, "END:VCALENDAR"])


class _Writer:
    def __init__(self, losses: Losses, time_zone: str, uids: dict[str, str]) -> None:
        self._losses = losses
        self._zone = time_zone
        self._uids = uids

    def todo(self, task: Task, comments: list[Comment]) -> Iterator[str]:
        """The lines of one to-do."""
        kept = aside(task, PROGRAM)
        yield "BEGIN:VTODO"
        yield f"UID:{escape(self._uids[task.id])}"
        yield f"DTSTAMP:{_stamp(task.updated_at)}"
        yield f"CREATED:{_stamp(task.created_at)}"
        yield f"LAST-MODIFIED:{_stamp(task.updated_at)}"
        yield f"STATUS:{_STATUS[task.status]}"
        if task.completed_at is not None:
            yield f"COMPLETED:{_stamp(task.completed_at)}"
        yield from _words(task)
        yield from self._priority(task, str(kept.get("priority", "")))
        yield from self._times(task)
        yield from self._relations(task)
        for person_id, person in zip(task.assignee_ids, task.assignees, strict=False):
            yield f"ATTENDEE;CN={quoted(person)}:urn:uuid:{person_id}"
        for comment in comments:
            author = f";X-SAYDO-BY={quoted(comment.author)}" if comment.author else ""
            at = f";X-SAYDO-AT={quoted(comment.created_at)}"
            yield f"COMMENT;X-SAYDO-ID={comment.id}{at}{author}:{escape(comment.text)}"
        for line in kept.get("lines", []):
            if isinstance(line, str) and "\n" not in line and "\r" not in line:
                yield line
        for reminder in task.reminders:
            yield from self._alarm(task, reminder)
        if task.said is not None:
            self._losses.add("said", "The words that made it have no place.", task.title)
        yield "END:VTODO"

    def event(self, task: Task) -> Iterator[str]:
        """The lines of an event at the due date, as long as the task takes."""
        if task.due is None:
            return
        yield "BEGIN:VEVENT"
        yield f"UID:{escape(self._uids[task.id])}"
        yield f"DTSTAMP:{_stamp(task.updated_at)}"
        yield f"SUMMARY:{escape(task.title)}"
        if task.notes:
            yield f"DESCRIPTION:{escape(task.notes)}"
        yield _dated("DTSTART", clock_due(task.due, task.time_zone), task.time_zone)
        if len(task.due) == _DAY:
            yield "TRANSP:TRANSPARENT"
        else:
            yield f"DURATION:PT{task.duration_min or 15}M"
        if task.repeat is not None and task.repeat.basis == "due":
            yield f"RRULE:{calendar_rule(task.repeat, task.due, task.time_zone)}"
        if task.tags:
            yield f"CATEGORIES:{','.join(map(escape, task.tags))}"
        for reminder in task.reminders:
            if reminder.before_min is not None and reminder.anchor == "due":
                yield from _alarm(f"TRIGGER:-PT{reminder.before_min}M", task)
        yield "END:VEVENT"

    def _priority(self, task: Task, told: str) -> Iterator[str]:
        if task.priority is None:
            return
        fits = told.isdecimal() and len(told) == 1 and level(int(told)) == task.priority
        yield f"PRIORITY:{told if fits else NUMBERS[task.priority]}"
        if task.priority == "urgent":
            yield "X-SAYDO-PRIORITY:urgent"

    def _times(self, task: Task) -> Iterator[str]:
        if task.start is not None:
            fits = task.due is None or (
                len(task.start) == len(task.due)
                and (task.start_time_zone is None) == (task.time_zone is None)
                and instant(task.start, task.start_time_zone, self._zone)
                < instant(task.due, task.time_zone, self._zone)
            )
            name = "DTSTART" if fits else "X-SAYDO-START"
            yield _dated(name, task.start, task.start_time_zone)
        if task.due is not None:
            yield _dated("DUE", task.due, task.time_zone)
        if task.deadline is not None:
            yield _dated("X-SAYDO-DEADLINE", task.deadline, task.deadline_time_zone)
        if task.duration_min is not None:
            yield f"X-SAYDO-MINUTES:{task.duration_min}"
        if task.repeat is not None and task.due is not None:
            rule = calendar_rule(task.repeat, task.due, task.time_zone)
            yield f"RRULE:{rule}"
            if task.repeat != Repeat(rule=rule, month_end="skip"):
                yield f"X-SAYDO-REPEAT:{_json(task.repeat)}"

    def _relations(self, task: Task) -> Iterator[str]:
        if task.parent_id is not None:
            yield f"RELATED-TO:{escape(self._uids.get(task.parent_id, task.parent_id))}"
        for needed in task.depends_on:
            uid = escape(self._uids.get(needed, needed))
            yield f"RELATED-TO;RELTYPE=DEPENDS-ON:{uid}"

    def _alarm(self, task: Task, reminder: Reminder) -> Iterator[str]:
        if reminder.before_min is not None and reminder.anchor == "due" and task.due:
            trigger = f"TRIGGER;RELATED=END:-PT{reminder.before_min}M"
            yield from _alarm(trigger, task)
            return
        if reminder.before_min is not None and reminder.anchor == "start" and task.start:
            yield from _alarm(f"TRIGGER:-PT{reminder.before_min}M", task, _json(reminder))
            return
        at = self._at(task, reminder)
        if at is None:
            self._losses.add("reminders", "The time it counts from is not there.", task.title)
            return
        yield from _alarm(f"TRIGGER;VALUE=DATE-TIME:{at}", task, _json(reminder))

    def _at(self, task: Task, reminder: Reminder) -> str | None:
        if reminder.at is not None:
            at = instant(reminder.at, reminder.time_zone, self._zone)
        elif task.deadline is not None and reminder.anchor == "deadline":
            deadline = instant(task.deadline, task.deadline_time_zone, self._zone)
            at = deadline - timedelta(minutes=reminder.before_min or 0)
        else:
            return None
        return at.strftime("%Y%m%dT%H%M%SZ")


def _words(task: Task) -> Iterator[str]:
    yield f"SUMMARY:{escape(task.title)}"
    if task.notes:
        yield f"DESCRIPTION:{escape(task.notes)}"
    if task.project is not None:
        yield f"X-SAYDO-PROJECT:{escape(task.project)}"
    if task.section is not None:
        yield f"X-SAYDO-SECTION:{escape(task.section)}"
    if task.order is not None:
        whole = task.order == int(task.order)
        yield f"X-APPLE-SORT-ORDER:{int(task.order)}" if whole else f"X-SAYDO-ORDER:{task.order}"
    if task.tags:
        yield f"CATEGORIES:{','.join(map(escape, task.tags))}"
    if task.links:
        yield f"URL:{task.links[0].url}"
        if len(task.links) > 1 or task.links[0].title:
            yield f"X-SAYDO-LINKS:{escape(msgspec.json.encode(task.links).decode())}"


def _alarm(trigger: str, task: Task, ours: str = "") -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escape(task.title)}"
    yield trigger
    if ours:
        yield f"X-SAYDO-REMINDER:{ours}"
    yield "END:VALARM"


def _dated(name: str, text: str, zone: str | None) -> str:
    compact = text.replace("-", "").replace(":", "")
    if len(text) == _DAY:
        return f"{name};VALUE=DATE:{compact}"
    if zone == "UTC":
        return f"{name}:{compact}Z"
    return f"{name}:{compact}" if zone is None else f"{name};TZID={zone}:{compact}"


def _stamp(at: str) -> str:
    return at[:19].replace("-", "").replace(":", "") + "Z"


def _json(value: Repeat | Reminder) -> str:
    return escape(msgspec.json.encode(value).decode())


def _zones(tasks: list[Task]) -> list[str]:
    """What the zones of the tasks are, for programs that don't know their names."""
    used: dict[str, list[int]] = {}
    for task in tasks:
        for text, zone in (
            (task.due, task.time_zone),
            (task.start, task.start_time_zone),
            (task.deadline, task.deadline_time_zone),
        ):
            if text is not None and zone is not None and zone != "UTC":
                used.setdefault(zone, []).append(int(text[:4]))
    lines: list[str] = []
    for zone in sorted(used):
        first, last = min(used[zone]), min(max(used[zone]) + 2, 2100)
        made = Timezone.from_tzid(
            zone, first_date=date(min(first, last - 1), 1, 1), last_date=date(last, 1, 1)
        )
        unfolded = made.to_ical().decode().replace("\r\n ", "")
        lines += [line for line in unfolded.split("\r\n") if line]
    return lines
