"""What a person may put into a task: titles, notes, ids, links, reminders."""

from urllib.parse import urlsplit

from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from control_api.kinds.simple.inputs import NAME_LENGTH
from control_api.time.due_times import is_all_day
from control_api.time.written import clean_time
from shared.tasks import Link, Reminder

TITLE_LENGTH = 500
MOST_LINKS = 100
MOST_REFERENCES = 100
LONGEST_MIN = 366 * 24 * 60
"""A year, in minutes."""

_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "obsidian", "file", "geo"})


def clean_title(text: str) -> str:
    """The title without white space around it. Raises `InvalidInputError`."""
    return clean_line(text, "title", TITLE_LENGTH)


def clean_section(name: str | None) -> str | None:
    """The heading without white space around it. Raises `InvalidInputError`."""
    return None if name is None else clean_line(name, "section", NAME_LENGTH)


def clean_duration(minutes: int | None) -> int | None:
    """A length of time, in minutes. Raises `InvalidInputError`."""
    if minutes is not None and not 1 <= minutes <= LONGEST_MIN:
        raise invalid("duration_min", "A task takes from one minute to a year.")
    return minutes


def clean_links(links: list[Link]) -> list[Link]:
    """Addresses that a person may open. Raises `InvalidInputError`."""
    if len(links) > MOST_LINKS:
        raise invalid("links", f"Give {MOST_LINKS} links at most.")
    for link in links:
        clean_line(link.url, "links", 2000)
        if urlsplit(link.url).scheme not in _LINK_SCHEMES:
            raise invalid("links", "A link begins with https:, http:, mailto:, tel: or the like.")
    return links


def clean_reminders(reminders: list[Reminder]) -> list[Reminder]:
    """Each at a time, or so many minutes before one of the task's. Raises `InvalidInputError`."""
    if len(reminders) > MOST_LINKS:
        raise invalid("reminders", f"Give {MOST_LINKS} reminders at most.")
    return [_clean_reminder(each) for each in reminders]


def _clean_reminder(reminder: Reminder) -> Reminder:
    if (reminder.at is None) == (reminder.before_min is None):
        raise invalid("reminders", "Give a reminder either at or before_min.")
    if reminder.before_min is not None:
        if not 0 <= reminder.before_min <= LONGEST_MIN:
            raise invalid("reminders", "A reminder comes up to a year before.")
        return Reminder(before_min=reminder.before_min, anchor=reminder.anchor)
    at, time_zone = clean_time(reminder.at, reminder.time_zone, "reminders")
    if at is not None and is_all_day(at):
        raise invalid("reminders", "A reminder needs a time of day: 2026-11-24T09:00:00.")
    return Reminder(at=at, time_zone=time_zone)


def check_count(given: list[str], field: str) -> None:
    """Refuse a list that nobody has by hand. Raises `InvalidInputError`."""
    if len(given) > MOST_REFERENCES:
        raise invalid(field, f"Give {MOST_REFERENCES} {field} at most.")
