"""Dates as they are written, "17.2.", "1/27", "Friday, June 21st": each becomes 2027-06-21."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from control_api.language.times.date_checks import is_on_weekday, no_such_date, not_that_weekday
from control_api.language.times.rewriting import Doubt, Rewritten, begin_of
from control_api.language.words.language import Language

_CENTURY = 2000
_MONTHS, _LONGEST_MONTH_DAY = 12, 39
_YEARS_AHEAD = 9
"""From one February 29th to the next there are eight years at most."""
_LAST_HOUR = 12
"""Above, a number after a weekday is no hour: "Friday 27"."""
_MONTH_AHEAD = 62

Read = Callable[[re.Match[str]], tuple[str, str | None] | None]
"""A date in place of the words, and what is wrong with it; None for what is no date."""


def with_dates(said: Rewritten, today: date, language: Language) -> Rewritten:
    """The text with its dates written 2027-06-21."""
    dates, names = language.written_dates, language.calendar

    def written(found: re.Match[str]) -> tuple[str, str | None] | None:
        return _written(found, today, language)

    if dates.figures.search(said.text):
        for _, pattern in dates.rules:
            said = _read(said, pattern, written)
        for pattern in (dates.no_date, dates.no_clock):
            said = said.replace(pattern, lambda found: "x" * len(found[0]))
        said = said.expand(dates.without_article, dates.with_article)
        said = _read(said, dates.day_and_number, lambda f: _day_and_number(f, today, language))
    if names.month.search(said.text):
        said = said.replace(dates.to_the_last_day, lambda _: language.times.on_day)
        said = _read(said, names.month_day, written)
        said = _read(said, names.day_month, written)
    if dates.named.search(said.text):
        said = said.replace(dates.month_alone, lambda f: None if f["kept"] else "x" * len(f[0]))
    if "-" not in said.text:
        return said
    return _read(said, dates.with_weekday, lambda found: _on_its_weekday(found, language))


def _read(said: Rewritten, pattern: re.Pattern[str], read: Read) -> Rewritten:
    doubts: list[Doubt] = []

    def rewrite(found: re.Match[str]) -> str | None:
        date_read = read(found)
        if date_read is None:
            return None
        text, question = date_read
        if question:
            doubts.append(Doubt(*said.place(begin_of(found), found.end()), question))
        return text

    return said.replace(pattern, rewrite).doubting(doubts)


def _written(
    found: re.Match[str], today: date, language: Language
) -> tuple[str, str | None] | None:
    said = found.groupdict()
    day, month = _day_and_month(said, language)
    if day > _LONGEST_MONTH_DAY:
        return None
    written = said.get("year")
    year = int(written) if written else None
    if year is not None and year < 100:  # noqa: PLR2004 (two figures)
        year += _CENTURY
    exists = _next(day, month, year, today)
    question = None if exists else no_such_date(day, month, year, language)
    if said.get("unclear"):
        question = question or language.say("figures-or-title", said=said["unclear"])
    return f"{exists or today}", question


def _day_and_month(said: dict[str, str | None], language: Language) -> tuple[int, int]:
    if first := said.get("first"):
        one, other = int(first), int(said["second"] or 0)
        is_month_first = language.written_dates.is_month_first
        swapped = is_month_first if max(one, other) <= _MONTHS else other > _MONTHS
        return (other, one) if swapped else (one, other)
    word, month = (said.get("word") or "").lower().replace(" ", "-"), said["month"] or ""
    day = language.ordinals[word] if word else int(said["day"] or 0)
    return day, int(month) if month.isdecimal() else language.months[month.lower()]


def _next(day: int, month: int, year: int | None, today: date) -> date | None:
    """That day; without a year the coming one. None when there is none."""
    for each in [year] if year is not None else range(today.year, today.year + _YEARS_AHEAD):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None


def _day_and_number(
    found: re.Match[str], today: date, language: Language
) -> tuple[str, str | None] | None:
    """Of "Friday 27" the day; of "Friday 3" the hour, unless Friday is the third."""
    number = int(found["number"])
    coming = (today + timedelta(days=ahead) for ahead in range(_MONTH_AHEAD))
    day = next((each for each in coming if each.day == number), None)
    if number > _LAST_HOUR:
        question = None if day else no_such_date(number, today.month, None, language)
        if day and question is None:
            question = not_that_weekday(day, found["weekday"], language)
        return f"{day or today}", question
    hour = f"{found['weekday']} {language.times.at} {number}"
    is_both = day is not None and is_on_weekday(day, found["weekday"], language)
    return hour, (language.say("hour-or-day", number=number) if is_both else None)


def _on_its_weekday(found: re.Match[str], language: Language) -> tuple[str, str | None]:
    day = date.fromisoformat(found["date"] or found["date2"])
    weekday = found["weekday"] or found["weekday2"]
    return day.isoformat(), not_that_weekday(day, weekday, language)
