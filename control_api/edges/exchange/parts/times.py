"""Other programs' ways to write a time, and ours."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from control_api.edges.exchange.parts.bundle import stamp
from control_api.time.years import FIRST_YEAR, LAST_YEAR

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_LONG_FRACTION = re.compile(r"(\.\d{6})\d+")


def read_time(text: str) -> date | datetime | None:
    """A day, a local time or an instant, in any ISO form or in seconds; None for anything else."""
    text = text.strip()
    if text.isascii() and text.isdecimal() and 9 <= len(text) <= 10:  # noqa: PLR2004 - since 1973
        return datetime.fromtimestamp(int(text), UTC)
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, instant = compact.groups()
        text = f"{year}-{month}-{day}"
        text += f"T{hour}:{minute}:{second}" if hour else ""
        text += "Z" if instant else ""
    try:
        if _DAY.fullmatch(text):
            found: date | datetime = date.fromisoformat(text)
        else:
            found = datetime.fromisoformat(_LONG_FRACTION.sub(r"\1", text))
    except ValueError:
        return None
    # Others write the years 1 and 10000 for "none".
    return found if FIRST_YEAR < found.year < LAST_YEAR else None


def read_stamp(text: str) -> str:
    """A moment as it is stored; empty for what is none."""
    found = read_time(text)
    if found is None:
        return ""
    return stamp(found if isinstance(found, datetime) else datetime.combine(found, time(), UTC))


def local(found: date | datetime | None, zone: str) -> tuple[str | None, str | None]:
    """A time as a task has it: a day, a floating time, or an instant in that zone."""
    if found is None:
        return None, None
    if not isinstance(found, datetime):
        return found.isoformat(), None
    if found.tzinfo is None:
        return found.isoformat(timespec="seconds"), None
    return found.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="seconds"), zone


def day_or_local(found: date | datetime | None, zone: str) -> tuple[str | None, str | None]:
    """The same, where an instant at midnight means the day: others have no other way to say it."""
    text, its_zone = local(found, zone)
    if text is not None and its_zone is not None and text.endswith("T00:00:00"):
        return text[:10], None
    return text, its_zone


def instant(text: str, time_zone: str | None, zone: str) -> datetime:
    """The UTC instant of a task's time; days and floating times are in `zone`."""
    at = datetime.fromisoformat(text)
    try:
        return at.replace(tzinfo=ZoneInfo(time_zone or zone)).astimezone(UTC)
    except OverflowError:  # the last evening of the year 9999, west of Greenwich
        return at.replace(tzinfo=UTC)
