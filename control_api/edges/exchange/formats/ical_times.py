"""The times of a to-do: dates, zones, repeats and alarms."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from icalendar import vDuration

from control_api.edges.exchange.formats.ical_lines import Component, Line
from control_api.edges.exchange.formats.ical_zones import defined_zones
from control_api.edges.exchange.parts.losses import Losses
from control_api.edges.exchange.parts.times import local, read_time
from control_api.edges.exchange.parts.zones import Zones
from control_api.time.calendar_rule import calendar_rule
from shared.problems import InvalidInputError
from shared.tasks import Reminder, Repeat


class Times:
    """Reads the times of the to-dos of one calendar."""

    def __init__(self, losses: Losses, zones: list[Component], own_zone: str) -> None:
        """`zones` are those that the calendar defines, `own_zone` is the person's."""
        self._losses = losses
        self._zones = Zones(losses, own_zone, "TZID", defined_zones(zones))

    def fields(self, todo: Component) -> dict[str, Any]:
        """Start, due and deadline with their zones, and the repeat."""
        start, start_zone = self._time(todo, "DTSTART")
        if start is None:
            start, start_zone = self._time(todo, "X-SAYDO-START")
        due, zone = self._time(todo, "DUE")
        deadline, deadline_zone = self._time(todo, "X-SAYDO-DEADLINE")
        length = _duration(todo.text("DURATION"))
        if due is None and start is not None and length is not None:
            due, zone = _later(start, length), start_zone
        repeat = _repeat(todo, due or start, zone if due else start_zone)
        if repeat is not None and due is None and start is not None:
            due, zone, start, start_zone = start, start_zone, None, None
            what = "It repeats from its start, which is its due date now."
            self._losses.add("DTSTART", what, todo.text("SUMMARY"))
        return {
            "start": start,
            "start_time_zone": start_zone,
            "due": due,
            "time_zone": zone,
            "deadline": deadline,
            "deadline_time_zone": deadline_zone,
            "repeat": repeat,
        }

    def _time(self, todo: Component, name: str) -> tuple[str | None, str | None]:
        line = todo.first(name)
        if line is None or not line.value.strip():
            return None, None
        found = read_time(line.value)
        if found is None:
            what = "It is no date that can be kept."
            self._losses.add(name, what, f"{todo.text('SUMMARY')}: {line.value}")
            return None, None
        return self._placed(found, line)

    def _placed(self, found: date | datetime, line: Line) -> tuple[str | None, str | None]:
        if not isinstance(found, datetime) or found.tzinfo is not None:
            return local(found, "UTC")
        return self._zones.kept(found, line.params.get("TZID", ""))

    def reminders(self, todo: Component, *, has_start: bool) -> Iterator[Reminder]:
        """What its alarms come to."""
        for alarm in todo.parts:
            trigger = alarm.first("TRIGGER")
            if alarm.name != "VALARM" or trigger is None:
                continue
            found = _ours(alarm) or self._reminder(trigger, has_start=has_start)
            if found is None or alarm.first("REPEAT") is not None:
                what = "A reminder comes once, at or before a time."
                self._losses.add("VALARM", what, todo.text("SUMMARY"))
            if found is not None:
                yield found

    def _reminder(self, trigger: Line, *, has_start: bool) -> Reminder | None:
        at = read_time(trigger.value)
        if isinstance(at, datetime):
            local_at, zone = self._placed(at.replace(microsecond=0), trigger)
            return Reminder(at=local_at, time_zone=zone)
        before = _duration(trigger.value)
        if before is None or before > timedelta(0) or before.total_seconds() % 60:
            return None
        from_due = trigger.params.get("RELATED", "START").upper() == "END" or not has_start
        minutes = int(-before.total_seconds() // 60)
        return Reminder(before_min=minutes, anchor="due" if from_due else "start")


def _repeat(todo: Component, due: str | None, time_zone: str | None) -> Repeat | None:
    line = todo.first("RRULE")
    if line is None or not line.value.strip():
        return None
    # RFC 5545 leaves months out that have no such day.
    repeat = Repeat(rule=line.value.strip()[:500], month_end="skip")
    told = todo.text("X-SAYDO-REPEAT")
    if not told:
        return repeat
    try:
        ours = msgspec.json.decode(told, type=Repeat)
    except msgspec.DecodeError:
        return repeat
    if _is_said_by(ours, repeat.rule, due, time_zone):
        return ours
    return msgspec.structs.replace(ours, rule=repeat.rule)


def _is_said_by(ours: Repeat, rule: str, due: str | None, time_zone: str | None) -> bool:
    """Whether the rule is the one that Saydo wrote for a repeat, and nobody has changed it."""
    try:
        return due is not None and calendar_rule(ours, due, time_zone) == rule
    except (InvalidInputError, ValueError):
        return False


def _ours(alarm: Component) -> Reminder | None:
    """What Saydo wrote beside the trigger, where iCalendar has no way to say it."""
    told = alarm.text("X-SAYDO-REMINDER")
    try:
        return msgspec.json.decode(told, type=Reminder) if told else None
    except msgspec.DecodeError:
        return None


def _duration(text: str) -> timedelta | None:
    try:
        found = vDuration.from_ical(text.strip())  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
    return found if isinstance(found, timedelta) else None


def _later(start: str, length: timedelta) -> str | None:
    try:
        if len(start) == len("2026-11-24"):
            return (date.fromisoformat(start) + length).isoformat()
        return (datetime.fromisoformat(start) + length).isoformat(timespec="seconds")
    except OverflowError:
        return None
