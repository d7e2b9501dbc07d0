"""The days that the words of a filter mean."""

import re
from datetime import date, datetime, timedelta

from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import read_when
from control_api.language.words.heard import hear
from control_api.language.words.language import Language
from control_api.time.years import FIRST_YEAR, LAST_YEAR

LONGEST_WORDS = 40
"""Characters; no day needs more, and the time to read them grows with each."""

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AGO = re.compile(r"(?P<count>\d{1,4}) (?P<unit>day|week)s? ago")
_AHEAD = re.compile(r"in (?P<count>\d{1,4}) (?P<unit>day|week)s?")
_STRETCH = re.compile(r"(?P<side>next|last|past) (?P<count>\d{1,4}) (?P<unit>day|week)s?")
_UNIT_DAYS = {"day": 1, "week": 7}


class NotADayError(ValueError):
    """The words mean no day; the message is a sentence that says what to write."""


def read_days(words: str, now: datetime, language: Language) -> tuple[date, date]:
    """The first and the last day meant. `now` is aware, in the person's zone.

    Raises `NotADayError`, and `OverrunError` and `UnavailableError` for words that were not read.
    """
    try:
        first, last = _plain_days(words, now.date()) or _said_days(words, now, language)
    except OverflowError as error:
        raise NotADayError("That is too far away; say a nearer day.") from error
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise NotADayError(f"Choose a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return first, last


def is_plain(words: str) -> bool:
    """Whether the words are read at once, without knowledge of the language's dates."""
    return words in _NEAR or any(
        pattern.fullmatch(words) for pattern in (_DATE, _AGO, _AHEAD, _STRETCH)
    )


def _plain_days(words: str, today: date) -> tuple[date, date] | None:
    """The days of plain words."""
    if words in _NEAR:
        day = today + timedelta(days=_NEAR[words])
        return day, day
    if _DATE.fullmatch(words):
        return _iso_day(words), _iso_day(words)
    for pattern, direction in ((_AGO, -1), (_AHEAD, 1)):
        if found := pattern.fullmatch(words):
            day = today + direction * _length(found)
            return day, day
    if found := _STRETCH.fullmatch(words):
        other = today + (_length(found) if found["side"] == "next" else -_length(found))
        return min(today, other), max(today, other)
    return None


def _length(found: re.Match[str]) -> timedelta:
    return timedelta(days=int(found["count"]) * _UNIT_DAYS[found["unit"]])


def _iso_day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise NotADayError("There is no such date: check the month and day.") from error


def _said_days(words: str, now: datetime, language: Language) -> tuple[date, date]:
    if len(words) > LONGEST_WORDS:
        raise NotADayError("Say the day in fewer words.")
    try:
        when = read_when(hear(words, language), now, language)
    except NoSuchDateError as error:
        raise NotADayError(str(error)) from error
    if when is None:
        raise NotADayError("Write a day here, such as today, next friday or 2026-11-24.")
    if when.day is None or when.clock is not None:
        raise NotADayError("A filter knows days, not times of day: leave the time out.")
    return when.day, when.last_day or when.day
