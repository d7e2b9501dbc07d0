"""What a person may put into the fields of timers and alarms."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from control_api.time.due_times import is_all_day
from control_api.time.rings import stamp
from control_api.time.schedule import clean_repeat
from control_api.time.written import clean_time
from shared.bells import LONGEST_SNOOZE_MIN, LONGEST_TIMER_S
from shared.tasks import Repeat

_LONGEST_LABEL = 200


def clean_label(label: str) -> str:
    """One line, or nothing. Raises `InvalidInputError`."""
    return clean_line(label, "label", _LONGEST_LABEL) if label.strip() else ""


def clean_seconds(seconds: int, field: str = "seconds") -> int:
    """How long a timer may go on. Raises `InvalidInputError`."""
    if not 1 <= seconds <= LONGEST_TIMER_S:
        raise invalid(field, "Choose from one second to a week.")
    return seconds


def clean_instant(text: str | None) -> str | None:
    """An instant in its one spelling, UTC. Raises `InvalidInputError`."""
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise invalid("ends_at", "Write the time as 2026-11-24T12:00:00Z.") from error
    return stamp(at if at.tzinfo is not None else at.replace(tzinfo=UTC))


def clean_when(at: str, time_zone: str | None, repeat: Repeat | None) -> dict[str, Any]:
    """The time of an alarm, and its first turn when it repeats. Raises `InvalidInputError`."""
    clean, zone = clean_time(at, time_zone, "at")
    if clean is None or is_all_day(clean):
        raise invalid("at", "Give the alarm a time of day: 2026-11-24T07:00:00.")
    if repeat is None:
        return {"at": clean, "time_zone": zone, "repeat": None}
    turn = clean_repeat(msgspec.structs.replace(repeat, basis="due", moved_from=None), clean, zone)
    return {"at": turn.due, "time_zone": zone, "repeat": turn.repeat}


def clean_snooze(minutes: int) -> int:
    """How long what rings may be put off. Raises `InvalidInputError`."""
    if not 1 <= minutes <= LONGEST_SNOOZE_MIN:
        raise invalid("minutes", "Choose from one minute to a day.")
    return minutes
