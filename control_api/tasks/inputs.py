"""What a person may put into a task: titles, project names, dates, ids."""

import re
import unicodedata
import uuid
from datetime import date, datetime

from control_api.lines import clean_line, invalid
from control_api.time_zones import find_time_zone

TITLE_LENGTH = 500
PROJECT_LENGTH = 200

FIRST_YEAR, LAST_YEAR = 1900, 2999

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?")


def clean_title(text: str) -> str:
    """The title without white space around it. Raises `InvalidInputError`."""
    return clean_line(text, "title", TITLE_LENGTH)


def clean_project(name: str) -> str:
    """The project's name without white space around it. Raises `InvalidInputError`."""
    return clean_line(name, "project", PROJECT_LENGTH)


def name_key(text: str) -> str:
    """What two spellings of the same name or title have in common."""
    return unicodedata.normalize("NFC", text).casefold()


def clean_due(due: str | None, time_zone: str | None) -> tuple[str | None, str | None]:
    """The due date in its one spelling, and its zone, which only a time of day can have.

    Raises `InvalidInputError`.
    """
    if time_zone is not None:
        find_time_zone(time_zone)
    if due is None:
        return None, None
    if _DATE.fullmatch(due):
        return clean_date(due, "due").isoformat(), None
    if not _LOCAL_TIME.fullmatch(due):
        raise invalid(
            "due",
            "Write the date as 2026-11-24, or 2026-11-24T15:00:00 with the zone in time_zone.",
        )
    clean_date(due[:10], "due")
    try:
        return datetime.fromisoformat(due).isoformat(timespec="seconds"), time_zone
    except ValueError as error:
        raise invalid("due", "There is no such time: check the hour and minute.") from error


def clean_date(day: str, field: str) -> date:
    """A date for a filter. Raises `InvalidInputError` for `field`."""
    if not _DATE.fullmatch(day):
        raise invalid(field, "Write the date as 2026-11-24.")
    try:
        found = date.fromisoformat(day)
    except ValueError as error:
        raise invalid(field, "There is no such date: check the month and day.") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise invalid(field, f"Choose a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return found


def clean_id(task_id: str) -> str:
    """A UUID in its one spelling. Raises `InvalidInputError`."""
    try:
        return str(uuid.UUID(task_id))
    except ValueError as error:
        raise invalid("task_id", "A task id is a UUID; leave it out to have one made.") from error
