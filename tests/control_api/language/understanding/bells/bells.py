"""Timers and alarms at one moment, for tests of words about them."""

from datetime import UTC, datetime, timedelta

from shared.bells import Alarm, Bell, Timer
from shared.tasks import Repeat
from tests.control_api.language.understanding.interpretation import BERLIN

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=BERLIN)
_STAMP = "2026-11-24T08:00:00Z"


def timer(label: str, seconds: int, left: int, *, is_paused: bool = False) -> Timer:
    """A timer with so many seconds left; rung already, when that is negative."""
    ends = (TUESDAY + timedelta(seconds=left)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Timer(
        id=label,
        seconds=seconds,
        created_at=_STAMP,
        updated_at=_STAMP,
        label=label,
        ends_at=None if is_paused else ends,
        left_s=left if is_paused else None,
    )


def alarm(alarm_id: str, at: str, label: str = "", rule: str | None = None) -> Alarm:
    """An alarm that floats with the person."""
    repeat = None if rule is None else Repeat(rule=rule)
    return Alarm(alarm_id, at, _STAMP, _STAMP, label=label, repeat=repeat)


PASTA = timer("pasta", 600, 400)
SEVEN = alarm("seven", "2026-11-25T07:00:00")
SET: dict[str, list[Bell]] = {
    "nothing": [],
    "a pasta timer": [PASTA],
    "two timers": [PASTA, timer("egg", 360, 200)],
    "a paused timer": [timer("pasta", 600, 300, is_paused=True)],
    "a timer that rings": [timer("pasta", 600, -5)],
    "an alarm that rings": [alarm("seven", "2026-11-24T09:59:00")],
    "an alarm": [SEVEN],
    "three alarms": [
        SEVEN,
        alarm("gym", "2026-11-26T06:30:00", "gym"),
        alarm("work", "2026-11-25T08:00:00", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ],
}
