"""What was said about time, read as a person means it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import msgspec

from control_api.language.duckling.finding import find_phrases
from control_api.language.duckling.messages import Phrase
from control_api.language.times.calendar_words import (
    CLOCK_WORD,
    DAY_WORD,
    NAMED_DAY,
    PART_OF_DAY,
    WEEKDAY,
    check_weekday,
    last_of_month,
)

Part = Literal["morning", "lunch", "afternoon", "evening", "tonight", "night"]

_PART_CLOCK: dict[str, time] = {
    "morning": time(9),
    "lunch": time(12),
    "afternoon": time(15),
    "evening": time(18),
    "tonight": time(20),
    "night": time(20),
}
_SMALL_UNIT = re.compile(r"\b(?:second|sec|minute|min|hour|hr)s?\b", re.IGNORECASE)
_ANY_UNIT = re.compile(
    r"\b(?:second|sec|minute|min|hour|hr|day|week|month|year|fortnight)s?\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\bin\b|\bfrom now\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:no later than|by|until|till?)\b(?=\s+(?P<hour>\d|one\b|two\b|three\b|four\b|five\b|six\b"
    r"|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b)?)",
    re.IGNORECASE,
)
# "Meet Bob for lunch" names a meal; "after lunch" names a time.
_MEAL = re.compile(r"(?<!\bat )(?<!\bafter )(?<!\bbefore )\blunch\b", re.IGNORECASE)
_LEADING_ZERO = re.compile(r"\b0(?P<hour>\d):?(?P<minute>[0-5]\d)\b")
_WEEK_FROM = re.compile(rf"(?:a|one) week (?:from|on|after) (?:next )?(?:{WEEKDAY})", re.IGNORECASE)
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


def find_times(text: str, now: datetime) -> list[When]:
    """Every phrase about time in `text`, left to right. `now` is aware, in the person's zone.

    Raises NoSuchDateError for a weekday and a date that don't go together.
    """
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    asked = _MEAL.sub(lambda meal: "x" * len(meal[0]), _DEADLINE.sub(_like_at, text))
    found = []
    begins = {deadline.end() - len("at"): deadline.start() for deadline in _DEADLINE.finditer(text)}
    for phrase in find_phrases(asked, wall):
        ends = (phrase.value, phrase.since, phrase.until)
        if all(end is None or end.year in _YEARS for end in ends):
            when = _read(phrase, text[phrase.start : phrase.end], now, wall)
            if when is not None:
                start = begins.get(phrase.start, phrase.start)
                found.append(msgspec.structs.replace(when, start=start, end=phrase.end))
    return found


def _like_at(found: re.Match[str]) -> str:
    # Duckling makes "by Friday" an interval that begins now; the day itself is what counts.
    return ("at" if found["hour"] else "").rjust(len(found[0]))


def _read(phrase: Phrase, said: str, now: datetime, wall: datetime) -> When | None:
    value = phrase.value
    if value is None:
        return _read_interval(phrase, said, wall)
    if _RELATIVE.search(said) and not CLOCK_WORD.search(said) and _ANY_UNIT.search(said):
        if not _SMALL_UNIT.search(said):
            return When(day=value.date())
        moment = (now.astimezone(UTC) + (value - wall)).astimezone(now.tzinfo)
        return When(moment=moment.replace(second=0, microsecond=0))
    if phrase.grain == "second":
        return None  # "now"
    if phrase.grain in {"hour", "minute"}:
        return _read_clock(phrase, value, said, wall)
    check_weekday(said, value, wall)
    # Duckling forgets the week of "a week from Friday".
    day = value.date() + timedelta(days=7 if _WEEK_FROM.match(said) else 0)
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


def _read_clock(phrase: Phrase, value: datetime, said: str, wall: datetime) -> When:
    if re.search(r"\bend of\b|\beod\b", said, re.IGNORECASE) and value.time() == time():
        return When(day=(value - timedelta(days=1)).date())
    clock, half_unsure = value.time(), _half_unsure(phrase.hours)
    zero = _LEADING_ZERO.search(said)
    if zero and half_unsure:
        clock, half_unsure = time(int(zero["hour"]), int(zero["minute"])), False
    day = _day_said(value, said, wall)
    if day and half_unsure and clock == time() and not re.search(r"night\b", said, re.IGNORECASE):
        clock = time(_NOON)
    return When(day=day, clock=clock, half_unsure=half_unsure, part=_part(said))


def _day_said(value: datetime, said: str, wall: datetime) -> date | None:
    """The day, when one was said along with the time of day."""
    if not DAY_WORD.search(said):
        return None
    # "Saturday", said on a Saturday, is the coming one.
    coming = value.date() == wall.date() and NAMED_DAY.search(said) is not None
    return value.date() + timedelta(days=7 if coming else 0)


def _half_unsure(hours: frozenset[int]) -> bool:
    return any((hour + _NOON) % 24 in hours for hour in hours)


def _part(said: str) -> Part | None:
    found = PART_OF_DAY.search(said)
    # The pattern's alternatives are exactly the literals of Part.
    return msgspec.convert(found[0].lower(), Part) if found else None


def _read_interval(phrase: Phrase, said: str, wall: datetime) -> When | None:
    since, until, lower = phrase.since, phrase.until, said.lower()
    if until and lower.startswith(("before", "prior")):
        return _edge(until, phrase, said, wall, deadline=True)
    if since and until is None and lower.startswith(("after", "from", "since")):
        return _edge(since, phrase, said, wall, deadline=False)
    if since is None or until is None:
        return None
    if phrase.grain in {"hour", "minute"} and "weekend" not in lower:
        return _read_hours(phrase, since, until, said, wall)
    return _read_days(phrase, since.date(), until, lower, wall)


def _read_hours(
    phrase: Phrase, since: datetime, until: datetime, said: str, wall: datetime
) -> When:
    day, part = _day_said(since, said, wall), _part(said)
    if part and until - since <= _WHOLE_DAY and not CLOCK_WORD.search(said):
        return When(day=day, clock=_PART_CLOCK[part], part=part)
    clock, unsure = since.time(), _half_unsure(phrase.hours)
    # "Between 2 and 4 PM" begins in the afternoon, too.
    afternoon = re.search(r"p\.?\s?m\b", said, re.IGNORECASE)
    if afternoon and not unsure and clock.hour < _FIRST_SENSIBLE_HOUR:
        clock = clock.replace(hour=clock.hour + _NOON)
    return When(day=day, clock=clock, half_unsure=unsure, part=part)


def _read_days(
    phrase: Phrase, first: date, until: datetime, lower: str, wall: datetime
) -> When | None:
    last = until.date() - timedelta(days=1)
    if "weekend" in lower:
        saturday = last - timedelta(days=1)
        return When(day=max(saturday, min(wall.date(), last)), last_day=last)
    if phrase.grain != "day" or last - first > _LONGEST_STRETCH:
        return None
    return When(day=last) if re.search(r"\bend\b", lower) else When(day=first, last_day=last)


def _edge(edge: datetime, phrase: Phrase, said: str, wall: datetime, *, deadline: bool) -> When:
    if phrase.grain in {"hour", "minute"}:
        day, unsure = _day_said(edge, said, wall), _half_unsure(phrase.hours)
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
