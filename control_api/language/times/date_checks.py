"""Dates that don't exist, or not on the day that was said."""

import calendar
import re
from datetime import date, datetime, timedelta

from control_api.language.words.language import Language

_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_LONGEST_MONTH_DAY = 39
_LAST_HOUR, _LAST_MINUTE = 24, 59


class NoSuchDateError(ValueError):
    """A date or time was said that does not exist; the message asks for another one."""


def check_dates(text: str, language: Language) -> None:
    """Raise NoSuchDateError for February 30th, 25:00 and the like."""
    for pattern in (language.calendar.month_day, language.calendar.day_month):
        for found in pattern.finditer(text):
            word = (found["word"] or "").lower().replace(" ", "-")
            day = language.ordinals[word] if word else int(found["day"])
            if day <= _LONGEST_MONTH_DAY:
                _check(day, language.months[found["month"].lower()], found["year"], language)
    for found in _ISO.finditer(text):
        _check(int(found["day"]), int(found["month"]), found["year"], language)
    for found in language.calendar.slashed.finditer(text):
        _check(int(found["day"]), int(found["month"]), None, language)
    for found in language.calendar.clock.finditer(text):
        if int(found["hour"]) > _LAST_HOUR or int(found["minute"]) > _LAST_MINUTE:
            raise NoSuchDateError(
                f"There is no {found['hour']}:{found['minute']} on the clock. What time is it?"
            )
    for found in language.calendar.high_hour.finditer(text):
        if int(found["hour"]) > _LAST_HOUR:
            raise NoSuchDateError(f"There is no hour {found['hour']}. What time do you mean?")


def _check(day: int, month: int, year: str | None, language: Language) -> None:
    if not 1 <= month <= 12:  # noqa: PLR2004 (months)
        raise NoSuchDateError(f"There is no month {month}. Which day do you mean?")
    name = language.month_names[month - 1]
    # Without a year February may have 29 days: the next leap day is meant.
    last = calendar.monthrange(int(year), month)[1] if year and year != "0000" else 0
    last = last or calendar.monthrange(2000, month)[1]
    if not 1 <= day <= last:
        when = f" in {year}" if year else ""
        raise NoSuchDateError(f"There is no {name} {day}{when}. Which day do you mean?")


def check_weekday(said: str, value: datetime, now: datetime, language: Language) -> None:
    """Raise NoSuchDateError when a weekday and a date were said that don't go together."""
    named = language.calendar.named_day.search(said)
    numbered = language.calendar.numbered_day.search(said)
    if not named or not numbered or language.calendar.exact.search(said):
        return
    month = language.calendar.month.search(said)
    near = timedelta(days=366 if month else 45)
    if value - now <= near:
        return
    day = now.date()
    while day.day != value.day or (month and day.month != value.month):
        day += timedelta(days=1)
    meant = f"{language.month_names[day.month - 1]} {day.day}"
    raise NoSuchDateError(
        f"{meant} is a {language.weekday_names[day.weekday()]}. Which day do you mean?"
    )


def last_of_month(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
