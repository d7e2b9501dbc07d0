"""When a task is to be brought up. Pure: from the task and the person's time zone to instants.

A local time that a change of clocks leaves out means the same time by the clock before: half past
two, where two becomes three, is half past three. One that comes twice means the first. A day begins
at midnight, or at its first minute where there is no midnight. Minutes before a time are real ones.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from shared.tasks import OPEN, Reminder, Task

STAMP = "%Y-%m-%dT%H:%M:%SZ"
"""UTC; sorts as text in the order of time."""

_AT_DUE = Reminder(before_min=0)
_LENGTH_OF_A_DAY = 10


class Occasion(msgspec.Struct, frozen=True):
    """One time to bring a task up."""

    key: str
    """What tells it from the task's others, whatever the person's zone is: it goes out once."""
    at: datetime
    """UTC, whole seconds."""


def occasions(task: Task, zone: ZoneInfo, *, at_due: bool) -> list[Occasion]:
    """When to bring up a task, in order; one a moment. Finished and deleted tasks keep silent.

    `at_due`: a task that is due at a time of day, and has no reminder of its own, has one then.
    Reminders before a time that the task does not have, or beyond the calendar, have no occasion.
    """
    if task.status not in OPEN or task.deleted_at is not None:
        return []
    found: dict[datetime, Occasion] = {}
    for reminder in reminders_of(task, at_due=at_due):
        occasion = occasion_of(task, reminder, zone)
        if occasion is not None:
            found.setdefault(occasion.at, occasion)
    return [found[at] for at in sorted(found)]


def reminders_of(task: Task, *, at_due: bool) -> list[Reminder]:
    """Its own reminders, else the one at the time that it is due."""
    if task.reminders or not at_due or task.due is None or len(task.due) == _LENGTH_OF_A_DAY:
        return task.reminders
    return [_AT_DUE]


def occasion_of(task: Task, reminder: Reminder, zone: ZoneInfo) -> Occasion | None:
    """When one reminder brings its task up; None when it never can."""
    if reminder.at is not None:
        time, time_zone, before_min = reminder.at, reminder.time_zone, 0
        key = f"at {_written(time, time_zone)}"
    else:
        anchor, time_zone = _anchor(task, reminder)
        if anchor is None:
            return None
        time, before_min = anchor, reminder.before_min or 0
        key = f"{before_min} before {reminder.anchor} {_written(time, time_zone)}"
    try:
        at = instant(time, ZoneInfo(time_zone) if time_zone else zone)
        return Occasion(key=key, at=at - timedelta(minutes=before_min))
    except OverflowError:  # the last evening of the year 9999, west of Greenwich
        return None


def instant(local: str, zone: ZoneInfo) -> datetime:
    """The instant of a local time, or of the beginning of a day. Raises `OverflowError`."""
    return datetime.fromisoformat(local).replace(tzinfo=zone, microsecond=0).astimezone(UTC)


def stamp(at: datetime) -> str:
    """An aware time as reminders are stored, to the second."""
    return at.astimezone(UTC).strftime(STAMP)


def _anchor(task: Task, reminder: Reminder) -> tuple[str | None, str | None]:
    match reminder.anchor:
        case "start":
            return task.start, task.start_time_zone
        case "deadline":
            return task.deadline, task.deadline_time_zone
        case "due":
            return task.due, task.time_zone


def _written(time: str, time_zone: str | None) -> str:
    return time if time_zone is None else f"{time} {time_zone}"
