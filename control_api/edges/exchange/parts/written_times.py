"""Times as people and spreadsheets write them in a cell of a table."""

import re
from datetime import date, datetime, time

from control_api.edges.exchange.parts.times import local, read_time

_DAYS = (
    re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?P<year>\d{4})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})(?P<sign>[-/])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})(?!\d)"),
)
_CLOCK = re.compile(
    r"(?:T|,? +)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?",
    re.IGNORECASE,
)
_MONTHS = 12
_HALF_DAY = 12
_CENTURY = 2000


def local_of_cell(cell: str, its_zone: str | None, zone: str) -> tuple[str | None, str | None]:
    """A day or local time in its one spelling, and its zone: `its_zone`, for an instant `zone`.

    A cell that is no time, or may be two days (3/4/2026), stays as it is.
    """
    found = read_time(cell) or _written(cell)
    if found is None:
        return cell, its_zone
    if isinstance(found, datetime) and found.tzinfo is not None:
        return local(found, zone)
    return local(found, zone)[0], its_zone


def _written(cell: str) -> date | datetime | None:
    for order in _DAYS:
        if begin := order.match(cell):
            day, rest = _day(begin), cell[begin.end() :]
            if day is None or not rest:
                return day
            clock = _CLOCK.fullmatch(rest)
            at = _clock(clock) if clock else None
            return None if at is None else datetime.combine(day, at)
    return None


def _day(found: re.Match[str]) -> date | None:
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    if found.re is _DAYS[-1]:
        if month <= _MONTHS and day <= _MONTHS and month != day:
            return None
        if month > _MONTHS:
            day, month = month, day
    year += _CENTURY if len(found["year"]) == len("26") else 0
    day_found = read_time(f"{year:04}-{month:02}-{day:02}")
    return None if isinstance(day_found, datetime) else day_found


def _clock(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    if half := found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half in "pP" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
