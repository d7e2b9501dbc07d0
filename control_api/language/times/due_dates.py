"""From a time that was said to a due date: which half of the day, which day, which zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import structs

from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.said_times import Due, When
from control_api.language.words.language import Language
from control_api.time.due_times import local_due

_NOON = 12
_FIRST_MORNING_HOUR = 7
"""A bare "at seven" may be in the morning; a bare "at six" is in the afternoon."""
_EVENING_HOUR, _NIGHT_HOUR = 18, 22
"""Only what is in the evening already moves to a bare "at ten" in the night."""
_NIGHT_IS_OVER = 5
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


def due_of(when: When | None, now: datetime, zone: ZoneInfo) -> Due:
    """The due date meant; an empty one when nothing was said. `now` is aware, in `zone`."""
    if when is None:
        return Due()
    if when.moment is not None:
        return _timed(when.moment.replace(tzinfo=None), zone)
    if when.clock is None:
        return _all_day(when)
    return _at_clock(when, now.replace(tzinfo=None), zone)


def check_not_over(due: Due, now: datetime, language: Language) -> None:
    """Raise NoSuchDateError for a time that is over. `now` is aware, in the person's zone."""
    if due.due is not None and due.time_zone is not None:
        wall = now.replace(tzinfo=None, second=0, microsecond=0)
        if datetime.fromisoformat(due.due) < wall:
            raise NoSuchDateError(language.say("time-is-over"))


def _all_day(when: When) -> Due:
    """What is to be done next week is due when that week is over."""
    day = when.last_day or when.day
    return Due(day.isoformat()) if day else Due()


def _at_clock(when: When, wall: datetime, zone: ZoneInfo) -> Due:
    """The first of the clock times that `when` leaves open which is still ahead."""
    day = when.day or wall.date()
    if when.day is None and when.half_unsure and when.part is None and _is_night(wall, when):
        return _timed(_coming(when, wall), zone)
    choices = [datetime.combine(day, clock) for clock in _clocks(when)]
    ahead = [moment for moment in choices if moment > wall]
    if day == wall.date() and not ahead:
        if when.day is None:
            return _timed(choices[0] + timedelta(days=1), zone)
        if when.is_clock_chosen:
            return Due(day.isoformat())  # "this morning", said in the afternoon
        return _timed(choices[-1], zone)
    return _timed((ahead or choices)[0], zone)


def _is_night(wall: datetime, when: When) -> bool:
    """Whether a bare hour is meant of the night, as it is late: "at one"."""
    is_twelve = when.clock is not None and when.clock.hour % _NOON == 0
    late = _EVENING_HOUR if is_twelve else _NIGHT_HOUR
    return wall.hour >= late or wall.hour < _NIGHT_IS_OVER


def _coming(when: When, wall: datetime) -> datetime:
    """The next time that a clock shows this hour."""
    clock = when.clock or time()
    halves = [clock.replace(hour=clock.hour % _NOON + half) for half in (0, _NOON)]
    days = (wall.date(), wall.date() + timedelta(days=1))
    moments = (datetime.combine(day, half) for day in days for half in halves)
    return min(moment for moment in moments if moment > wall)


def reschedule(
    when: When, due: str | None, time_zone: str | None, now: datetime, zone: ZoneInfo
) -> Due:
    """The new due date of a task that has `due`: a new day keeps the time, a new time the day."""
    kept_day, kept_clock = _parts(due, time_zone, zone)
    if when.moment is not None or kept_day is None:
        return due_of(when, now, zone)
    if when.clock is None and kept_clock is not None:
        day = due_of(when, now, zone).due
        if day is None:
            return Due()
        moved = datetime.combine(date.fromisoformat(day), kept_clock)
        if moved.date() == now.date() and moved < now.replace(tzinfo=None):
            return Due(day)  # the time that it had is over today
        return _timed(moved, zone) if time_zone else Due(moved.isoformat(timespec="seconds"))
    if when.day is None and when.clock is not None and kept_day >= now.date():
        clock = _nearest(when, kept_clock)
        return _timed(datetime.combine(kept_day, clock), zone)
    return due_of(when, now, zone)


def from_its_beginning(when: When, today: date) -> When:
    """The first day of a week, weekend or month to which something is put off, if it is ahead."""
    if when.last_day is None or when.day is None or when.deadline or when.day <= today:
        return when
    is_week = when.last_day.weekday() == _SUNDAY and when.day.weekday() in (_MONDAY, _SATURDAY)
    is_month = when.day.day == 1 and (when.last_day + timedelta(days=1)).day == 1
    # "From Monday to Tuesday" is none of these.
    return structs.replace(when, last_day=None) if is_week or is_month else when


def shift(due: str, time_zone: str | None, by: timedelta, zone: ZoneInfo) -> Due | None:
    """The due date moved by so much; None when an all-day one is to move by hours."""
    day, clock = _parts(due, None, zone)
    if day is None:
        return None
    whole_days = by == timedelta(days=by.days)
    try:
        if clock is None:
            return Due((day + by).isoformat()) if whole_days else None
        at = ZoneInfo(time_zone) if time_zone else zone
        moved = datetime.combine(day, clock)
        if whole_days:
            moved = _existing(moved + by, at)
        else:
            instant = moved.replace(tzinfo=at).astimezone(UTC) + by
            moved = instant.astimezone(at).replace(tzinfo=None)
    except OverflowError:
        return None
    return Due(moved.isoformat(timespec="seconds"), time_zone)


def _clocks(when: When) -> list[time]:
    clock = when.clock or time()
    if not when.half_unsure:
        return [clock]
    morning = clock.replace(hour=clock.hour % _NOON)
    afternoon = clock.replace(hour=clock.hour % _NOON + _NOON)
    if when.part == "morning":
        return [morning]
    if when.part or morning.hour < _FIRST_MORNING_HOUR:
        return [afternoon]
    return [morning, afternoon]


def _nearest(when: When, kept: time | None) -> time:
    """Of the halves of the day that `when` leaves open, the one the task had before."""
    choices = _clocks(when)
    same_half = [
        choice
        for choice in choices
        if kept
        and (choice.hour >= _NOON) == (kept.hour >= _NOON)
        and (choice.hour < _NIGHT_HOUR or kept.hour >= _EVENING_HOUR)
    ]
    return (same_half or choices)[0]


def _timed(wall: datetime, zone: ZoneInfo) -> Due:
    return Due(_existing(wall, zone).isoformat(timespec="seconds"), zone.key)


def _existing(wall: datetime, zone: ZoneInfo) -> datetime:
    """`wall` itself, or, where the clocks jump over it, as much later as they jump."""
    try:
        return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:  # the last evening of the year 9999
        return wall


def _parts(
    due: str | None, time_zone: str | None, zone: ZoneInfo
) -> tuple[date | None, time | None]:
    if due is None:
        return None, None
    moment = local_due(due, time_zone, zone)
    if isinstance(moment, datetime):
        return moment.date(), moment.time()
    return moment, None
