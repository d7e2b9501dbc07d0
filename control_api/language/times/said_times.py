"""What was said about time, read as a person means it."""

import re
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from control_api.language.duckling.finding import find_phrases
from control_api.language.duckling.messages import Phrase
from control_api.language.times.date_checks import (
    check_weekday,
    last_of_month,
)
from control_api.language.words.language import Language
from control_api.language.words.time_expressions import Part

_PART_CLOCK: dict[str, time] = {
    "morning": time(9),
    "lunch": time(12),
    "afternoon": time(15),
    "evening": time(18),
    "tonight": time(20),
    "night": time(20),
}
_LEADING_ZERO = re.compile(r"\b0(?P<hour>\d):?(?P<minute>[0-5]\d)\b")
_YEARS = range(1900, 2999)
_FIRST_SENSIBLE_HOUR = 7
_NOON = 12
_LONGEST_STRETCH = timedelta(days=45)
_WHOLE_DAY = timedelta(hours=24)


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A day, a time of day, both, or a moment counted from now."""

    start: int = 0
    end: int = 0
    """Place in the text."""
    day: date | None = None
    """None when only a time of day was said."""
    last_day: date | None = None
    """Of a week, weekend, month or the like."""
    deadline: bool = False
    """Said as "by" or "before"."""
    clock: time | None = None
    half_unsure: bool = False
    """The clock time was said without morning or afternoon."""
    part: Part | None = None
    """The part of the day that was said; `clock` is then our choice unless one was said too."""
    moment: datetime | None = None
    """An aware time, for "in two hours"."""

    def range(self) -> tuple[date | None, date | None]:
        """First and last day meant, for a list."""
        day = self.moment.date() if self.moment else self.day
        return (None if self.deadline else day), self.last_day or day


class Due(msgspec.Struct, frozen=True):
    """A due date as actions have it: all day, or a local time with its zone."""

    due: str | None = None
    time_zone: str | None = None


def find_times(text: str, now: datetime, language: Language) -> list[When]:
    """Every phrase about time in `text`, left to right. `now` is aware, in the person's zone.

    Raises NoSuchDateError for a weekday and a date that don't go together.
    """
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    asked = language.times.meal.sub(
        lambda meal: "x" * len(meal[0]),
        language.times.deadline.sub(lambda found: _like_at(found, language), text),
    )
    found = []
    begins = {
        deadline.end() - len(language.times.at): deadline.start()
        for deadline in language.times.deadline.finditer(text)
    }
    for phrase in find_phrases(asked, wall, language):
        ends = (phrase.value, phrase.since, phrase.until)
        if all(end is None or end.year in _YEARS for end in ends):
            when = _read(phrase, text[phrase.start : phrase.end], now, wall, language)
            if when is not None:
                start = begins.get(phrase.start, phrase.start)
                found.append(msgspec.structs.replace(when, start=start, end=phrase.end))
    return found


def _like_at(found: re.Match[str], language: Language) -> str:
    # Duckling makes "by Friday" an interval that begins now; the day itself is what counts.
    return (language.times.at if found["hour"] else "").rjust(len(found[0]))


def _read(
    phrase: Phrase, said: str, now: datetime, wall: datetime, language: Language
) -> When | None:
    value = phrase.value
    if value is None:
        return _read_interval(phrase, said, wall, language)
    if (
        language.times.relative.search(said)
        and not language.calendar.clock_word.search(said)
        and language.times.any_unit.search(said)
    ):
        if not language.times.small_unit.search(said):
            return When(day=value.date())
        moment = (now.astimezone(UTC) + (value - wall)).astimezone(now.tzinfo)
        return When(moment=moment.replace(second=0, microsecond=0))
    if phrase.grain == "second":
        return None  # "now"
    if phrase.grain in {"hour", "minute"}:
        return _read_clock(phrase, value, said, wall, language)
    check_weekday(said, value, wall, language)
    # Duckling forgets the week of "a week from Friday".
    day = value.date() + timedelta(days=7 if language.times.week_from.match(said) else 0)
    return When(day=day, last_day=_last_day(day, phrase.grain))


def _last_day(day: date, grain: str) -> date | None:
    match grain:
        case "week":
            return day + timedelta(days=6)
        case "month":
            return last_of_month(day)
        case "quarter":
            return last_of_month(day + timedelta(days=62))
        case "year":
            return day.replace(month=12, day=31)
        case _:
            return None


def _read_clock(
    phrase: Phrase, value: datetime, said: str, wall: datetime, language: Language
) -> When:
    if language.times.end_of_day.search(said) and value.time() == time():
        return When(day=(value - timedelta(days=1)).date())
    clock, half_unsure = value.time(), _half_unsure(phrase.hours)
    zero = _LEADING_ZERO.search(said)
    if zero and half_unsure:
        clock, half_unsure = time(int(zero["hour"]), int(zero["minute"])), False
    day = _day_said(value, said, wall, language)
    if day and half_unsure and clock == time() and not language.times.night.search(said):
        clock = time(_NOON)
    return When(day=day, clock=clock, half_unsure=half_unsure, part=_part(said, language))


def _day_said(value: datetime, said: str, wall: datetime, language: Language) -> date | None:
    """The day, when one was said along with the time of day."""
    if not language.calendar.day_word.search(said):
        return None
    # "Saturday", said on a Saturday, is the coming one.
    coming = value.date() == wall.date() and language.calendar.named_day.search(said) is not None
    return value.date() + timedelta(days=7 if coming else 0)


def _half_unsure(hours: frozenset[int]) -> bool:
    return any((hour + _NOON) % 24 in hours for hour in hours)


def _part(said: str, language: Language) -> Part | None:
    found = language.calendar.part_of_day.search(said)
    return language.times.parts[found[0].lower()] if found else None


def _read_interval(phrase: Phrase, said: str, wall: datetime, language: Language) -> When | None:
    since, until, lower = phrase.since, phrase.until, said.lower()
    if until and language.times.before.match(said):
        return _edge(until, phrase, said, wall, language, deadline=True)
    if since and until is None and language.times.after.match(said):
        return _edge(since, phrase, said, wall, language, deadline=False)
    if since is None or until is None:
        return None
    if phrase.grain in {"hour", "minute"} and language.times.weekend not in lower:
        return _read_hours(phrase, since, until, said, wall, language)
    return _read_days(phrase, since.date(), until, lower, wall, language)


def _read_hours(
    phrase: Phrase, since: datetime, until: datetime, said: str, wall: datetime, language: Language
) -> When:
    day, part = _day_said(since, said, wall, language), _part(said, language)
    if part and until - since <= _WHOLE_DAY and not language.calendar.clock_word.search(said):
        return When(day=day, clock=_PART_CLOCK[part], part=part)
    clock, unsure = since.time(), _half_unsure(phrase.hours)
    # "Between 2 and 4 PM" begins in the afternoon, too.
    afternoon = language.times.afternoon.search(said)
    if afternoon and not unsure and clock.hour < _FIRST_SENSIBLE_HOUR:
        clock = clock.replace(hour=clock.hour + _NOON)
    return When(day=day, clock=clock, half_unsure=unsure, part=part)


def _read_days(
    phrase: Phrase, first: date, until: datetime, lower: str, wall: datetime, language: Language
) -> When | None:
    last = until.date() - timedelta(days=1)
    if language.times.weekend in lower:
        saturday = last - timedelta(days=1)
        return When(day=max(saturday, min(wall.date(), last)), last_day=last)
    if phrase.grain != "day" or last - first > _LONGEST_STRETCH:
        return None
    return When(day=last) if language.times.end.search(lower) else When(day=first, last_day=last)


def _edge(
    edge: datetime, phrase: Phrase, said: str, wall: datetime, language: Language, *, deadline: bool
) -> When:
    if phrase.grain in {"hour", "minute"}:
        day, unsure = _day_said(edge, said, wall, language), _half_unsure(phrase.hours)
        return When(day=day, clock=edge.time(), half_unsure=unsure, deadline=deadline)
    day = edge.date() + timedelta(days=-1 if deadline else 1)
    return When(day=day, deadline=deadline)


def merge(found: list[When]) -> When | None:
    """One time of what was said in several places: the first day, the first time of day."""
    if not found:
        return None
    dated = next((w for w in found if w.day or w.moment), None)
    timed = next((w for w in found if w.clock and w is not dated), None)
    if dated is None or dated.moment or timed is None:
        return dated or timed
    if dated.clock and not (dated.part and timed.part is None):
        return dated
    day, night = dated.day, dated.part in {"tonight", "night"}
    if day and night and timed.clock == time():
        day += timedelta(days=1)
    return msgspec.structs.replace(
        timed, day=day, last_day=None, part=timed.part or dated.part, deadline=dated.deadline
    )
