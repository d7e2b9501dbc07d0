"""What was said about time, read as a person means it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import msgspec

from control_api.commands.calendar_words import (
    CLOCK_WORD,
    DAY_WORD,
    NAMED_DAY,
    PART_OF_DAY,
    WEEKDAY,
    check_weekday,
    last_of_month,
)
from control_api.commands.duckling_engine import Phrase, find_phrases

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
_LARGE_UNIT = re.compile(r"\b(?:day|week|month|year|fortnight)s?\b", re.IGNORECASE)
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
    found = [_read(phrase, text, now, wall) for phrase in find_phrases(asked, wall)]
    return [when for when in found if when is not None and _in_reach(when)]


def _like_at(found: re.Match[str]) -> str:
    # Duckling makes "by Friday" an interval that begins now; the day itself is what counts.
    return ("at" if found["hour"] else "").rjust(len(found[0]))


def _in_reach(when: When) -> bool:
    days = (when.day, when.last_day)
    return all(day is None or day.year in _YEARS for day in days)


def _read(phrase: Phrase, text: str, now: datetime, wall: datetime) -> When | None:
    said = text[phrase.start : phrase.end]
    if phrase.value is None:
        return _read_stretch(phrase, said, wall)
    value = phrase.value
    place = {"start": phrase.start, "end": phrase.end}
    if _RELATIVE.search(said) and not CLOCK_WORD.search(said):
        if _SMALL_UNIT.search(said):
            moment = (now.astimezone(UTC) + (value - wall)).astimezone(now.tzinfo)
            return When(**place, moment=moment.replace(second=0, microsecond=0))
        if _LARGE_UNIT.search(said):
            return When(**place, day=value.date())
    if phrase.grain == "second":
        return None  # "now"
    if phrase.grain in {"hour", "minute"}:
        return _read_clock(phrase, value, said, wall)
    check_weekday(said, value, wall)
    day = value.date()
    if _WEEK_FROM.match(said):
        day += timedelta(days=7)  # Duckling forgets the week
    last = {
        "week": day + timedelta(days=6),
        "month": last_of_month(day),
        "quarter": last_of_month(day + timedelta(days=62)),
        "year": day.replace(month=12, day=31),
    }
    return When(**place, day=day, last_day=last.get(phrase.grain))


def _read_clock(phrase: Phrase, value: datetime, said: str, wall: datetime) -> When:
    place = {"start": phrase.start, "end": phrase.end}
    if re.search(r"\bend of\b|\beod\b", said, re.IGNORECASE) and value.time() == time():
        return When(**place, day=(value - timedelta(days=1)).date())
    clock, half_unsure = value.time(), _half_unsure(phrase.hours)
    zero = _LEADING_ZERO.search(said)
    if zero and half_unsure:
        clock, half_unsure = time(int(zero["hour"]), int(zero["minute"])), False
    day = value.date() if DAY_WORD.search(said) else None
    if day == wall.date() and NAMED_DAY.search(said):
        day += timedelta(days=7)  # "Saturday", said on a Saturday, is the coming one
    if day and clock == time() and not re.search(r"\btonight|night\b", said) and half_unsure:
        clock = time(_NOON)
    return When(**place, day=day, clock=clock, half_unsure=half_unsure, part=_part(said))


def _half_unsure(hours: frozenset[int]) -> bool:
    return any((hour + _NOON) % 24 in hours for hour in hours)


def _part(said: str) -> Part | None:
    found = PART_OF_DAY.search(said)
    # The pattern's alternatives are exactly the literals of Part.
    return msgspec.convert(found[0].lower(), Part) if found else None


def _read_stretch(phrase: Phrase, said: str, wall: datetime) -> When | None:
    place = {"start": phrase.start, "end": phrase.end}
    since, until, lower = phrase.since, phrase.until, said.lower()
    if lower.startswith(("before", "prior")) and until:
        return _edge(until, phrase, said, deadline=True)
    if since is None or (until is None and not lower.startswith(("after", "from", "since"))):
        return None
    if until is None:
        return _edge(since, phrase, said, deadline=False)
    if "weekend" in lower:
        saturday = until.date() - timedelta(days=2)
        day = max(saturday, min(wall.date(), until.date() - timedelta(days=1)))
        return When(**place, day=day, last_day=until.date() - timedelta(days=1))
    part = _part(said)
    if phrase.grain in {"hour", "minute"}:
        day = since.date() if DAY_WORD.search(said) else None
        if part and until - since <= _WHOLE_DAY and not CLOCK_WORD.search(said):
            if day and day == wall.date() and NAMED_DAY.search(said):
                day += timedelta(days=7)
            return When(**place, day=day, clock=_PART_CLOCK[part], part=part)
        clock, unsure = since.time(), _half_unsure(phrase.hours)
        if not unsure and clock.hour < _FIRST_SENSIBLE_HOUR and re.search(r"p\.?\s?m\b", lower):
            clock = clock.replace(hour=clock.hour + _NOON)
        return When(**place, day=day, clock=clock, half_unsure=unsure, part=part)
    if phrase.grain != "day" or until - since > _LONGEST_STRETCH:
        return None
    last = until.date() - timedelta(days=1)
    if re.search(r"\bend\b", lower):
        return When(**place, day=last)
    return When(**place, day=since.date(), last_day=last)


def _edge(edge: datetime, phrase: Phrase, said: str, *, deadline: bool) -> When:
    place = {"start": phrase.start, "end": phrase.end, "deadline": deadline}
    if phrase.grain in {"hour", "minute"}:
        day = edge.date() if DAY_WORD.search(said) else None
        unsure = _half_unsure(phrase.hours)
        return When(**place, day=day, clock=edge.time(), half_unsure=unsure)
    return When(**place, day=edge.date() + timedelta(days=-1 if deadline else 1))


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
