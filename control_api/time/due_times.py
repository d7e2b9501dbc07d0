"""The three kinds of due date, made comparable: all day, floating with the person, fixed zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_DATE_LENGTH = len("2026-11-24")
_WHOLE_DAY = timedelta(days=1)


def is_all_day(due: str) -> bool:
    """Whether a due date has no time of day."""
    return len(due) == _DATE_LENGTH


def wall(due: str) -> datetime:
    """What calendar and clock show then; midnight for a whole day."""
    return datetime.fromisoformat(due)


def as_due(moment: datetime, *, all_day: bool) -> str:
    """A due date of that kind."""
    return moment.date().isoformat() if all_day else moment.isoformat(timespec="seconds")


def instant(moment: datetime, zone: ZoneInfo) -> datetime:
    """When a wall-clock time is, in UTC.

    One that the clocks jump over comes as much later as they jump; of one that comes twice it is
    the first. The last evening of the year 9999 may not be as late as it should.
    """
    try:
        return moment.replace(tzinfo=zone, fold=0).astimezone(UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """What a clock in the zone shows at an aware time, without its zone."""
    return at.astimezone(zone).replace(tzinfo=None)


def on_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """A wall-clock time as the zone's clocks show it: as much later as they jump over it."""
    return max(moment, local(instant(moment, zone), zone))


def is_on_the_calendar(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the zone has that day: one that crosses the date line leaves a day out."""
    shown = local(instant(moment, zone), zone)
    return abs(shown - moment) < _WHOLE_DAY


def local_due(due: str, time_zone: str | None, zone: ZoneInfo) -> date | datetime:
    """`due` as the person's calendar and clock show it: a date, or a naive local time.

    On the last evening of the year 9999 it may be shown as it stands.
    """
    if "T" not in due:
        return date.fromisoformat(due)
    moment = datetime.fromisoformat(due)
    if time_zone is None or time_zone == zone.key:
        return moment
    try:
        return moment.replace(tzinfo=ZoneInfo(time_zone)).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return moment
