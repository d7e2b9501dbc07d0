"""When timers and alarms ring. Pure: from the bell, the person's time zone and now to instants.

A local time that a change of clocks leaves out, or has twice, means what it means for tasks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from control_api.time.due_times import instant, wall
from control_api.time.schedule import Turn, next_turn
from shared.bells import Alarm, Bell, Timer
from shared.tasks import Repeat

RINGS = timedelta(hours=1)
"""So long it rings when nobody stops it, and so late it may begin; then it was missed."""
KEPT = timedelta(hours=24)
"""So long ago is what still counts as one of its times."""
STAMP = "%Y-%m-%dT%H:%M:%SZ"


def ring_times(bell: Bell, zone: ZoneInfo, now: datetime) -> list[datetime]:
    """The times of the last day and the next one to come, UTC, in order; none while it is paused.

    `zone` is the person's; `now` is aware.
    """
    if isinstance(bell, Timer):
        return [] if bell.ends_at is None else [datetime.fromisoformat(bell.ends_at)]
    found = [] if bell.snoozed_until is None else [datetime.fromisoformat(bell.snoozed_until)]
    if bell.repeat is not None or bell.snoozed_until is None:
        for turn in _turns(bell):
            at = _instant(turn.due, bell.time_zone, zone)
            if at > now - KEPT:
                found.append(at)
            if at > now:
                break
    return sorted(found)


def next_ring(bell: Bell, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When it rings next, UTC; None while a timer is paused, and when it is over."""
    return next((at for at in ring_times(bell, zone, now) if at > now), None)


def ringing_since(bell: Bell, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Since when it rings, UTC; None while it is silent."""
    times = [at for at in ring_times(bell, zone, now) if now - RINGS < at <= now]
    return max(times, default=None)


def rang_at(bell: Bell, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Since when the turn that it waits for has come, however long ago; None before."""
    if isinstance(bell, Timer):
        turns = [] if bell.ends_at is None else [datetime.fromisoformat(bell.ends_at)]
    elif bell.snoozed_until is not None:
        turns = [datetime.fromisoformat(bell.snoozed_until)]
    else:
        turns = [_instant(bell.at, bell.time_zone, zone)]
    return next((at for at in turns if at <= now), None)


def is_over(bell: Bell, zone: ZoneInfo, now: datetime) -> bool:
    """Whether it neither rings nor will."""
    if isinstance(bell, Timer) and bell.ends_at is None:
        return False
    return next_ring(bell, zone, now) is None and ringing_since(bell, zone, now) is None


def seconds_left(timer: Timer, now: datetime) -> int:
    """Whole seconds until a timer ends; none when it has."""
    if timer.ends_at is None:
        return timer.left_s or 0
    left = (datetime.fromisoformat(timer.ends_at) - now).total_seconds()
    return min(max(0, round(left)), timer.seconds)


def rest_of(alarm: Alarm, zone: ZoneInfo, now: datetime) -> Alarm | None:
    """The alarm once all its times until now are over; None when there is none to come."""
    if alarm.repeat is None:
        return None
    for turn in _turns(alarm):
        if _instant(turn.due, alarm.time_zone, zone) > now:
            return msgspec.structs.replace(
                alarm, at=turn.due, repeat=turn.repeat, snoozed_until=None
            )
    return None


def stamp(at: datetime) -> str:
    """An aware time as bells have it, to the second: a fraction makes it the next one."""
    whole = at.astimezone(UTC)
    return (whole + timedelta(microseconds=-whole.microsecond % 1_000_000)).strftime(STAMP)


def _turns(alarm: Alarm) -> Iterator[Turn]:
    if alarm.repeat is None:
        yield Turn(alarm.at, Repeat(rule="FREQ=DAILY"))
        return
    turn: Turn | None = Turn(alarm.at, alarm.repeat)
    while turn is not None:
        yield turn
        turn = _following(turn.repeat, turn.due, alarm.time_zone)


@lru_cache(maxsize=10_000)
def _following(repeat: Repeat, at: str, time_zone: str | None) -> Turn | None:
    # An alarm does not count from when it was stopped, so that moment and its zone do not matter.
    utc = ZoneInfo("UTC")
    return next_turn(repeat, at, time_zone, done_at=datetime.now(utc), zone=utc)


def _instant(at: str, time_zone: str | None, zone: ZoneInfo) -> datetime:
    return instant(wall(at), zone if time_zone is None else ZoneInfo(time_zone))
