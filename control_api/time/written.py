"""Days and times as a request writes them, brought into their one spelling."""

import re
from datetime import date, datetime

from control_api.input.fields import invalid
from control_api.input.time_zones import find_time_zone
from control_api.time.years import FIRST_YEAR, LAST_YEAR

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?")


def clean_time(
    time: str | None, time_zone: str | None, field: str = "due"
) -> tuple[str | None, str | None]:
    """A day or time in its one spelling, and its zone, which only a time of day can have.

    Raises `InvalidInputError`.
    """
    if time_zone is not None:
        find_time_zone(time_zone, "time_zone" if field == "due" else f"{field}_time_zone")
    if time is None:
        return None, None
    if _DATE.fullmatch(time):
        return clean_date(time, field).isoformat(), None
    if not _LOCAL_TIME.fullmatch(time):
        raise invalid(
            field,
            "Write the date as 2026-11-24, or 2026-11-24T15:00:00 with the zone in time_zone.",
        )
    clean_date(time[:10], field)
    try:
        return datetime.fromisoformat(time).isoformat(timespec="seconds"), time_zone
    except ValueError as error:
        raise invalid(field, "There is no such time: check the hour and minute.") from error


def clean_date(day: str, field: str) -> date:
    """A date such as 2026-11-24. Raises `InvalidInputError` for `field`."""
    if not _DATE.fullmatch(day):
        raise invalid(field, "Write the date as 2026-11-24.")
    try:
        found = date.fromisoformat(day)
    except ValueError as error:
        raise invalid(field, "There is no such date: check the month and day.") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise invalid(field, f"Choose a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return found
