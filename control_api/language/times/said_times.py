"""What was said about time, read as a person means it."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import msgspec

from control_api.language.duckling.finding import find_phrases
from control_api.language.duckling.messages import Phrase
from control_api.language.times.clock_forms import with_clocks
from control_api.language.times.date_checks import last_of_month, wrong_weekday
from control_api.language.times.delays import take_delays
from control_api.language.times.relative_days import take_spans, with_days
from control_api.language.times.rewriting import Rewritten
from control_api.language.times.spellings import spelled_out
from control_api.language.times.written_dates import with_dates
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
_LONGEST_STRETCH = timedelta(days=100)
"""A summer is longer than three months."""
_SMALL_HOURS = 5
_WHOLE_DAY = timedelta(hours=24)
_ONE_DAY = timedelta(days=1)
_NIGHTS = frozenset({"tonight", "night"})


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A day, a time of day, both, or a moment counted from now."""

    start: int = 0
    end: int = 0
    """Place in the text."""
    words: str = ""
    """As they were read, where that is not how they were said."""
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
    """The part of the day that was said."""
    is_clock_chosen: bool = False
    """Whether nothing but the part of the day was said, and `clock` is our choice."""
    moment: datetime | None = None
    """An aware time, for "in two hours"."""
    question: str | None = None
    """What has to be asked first, where it is a time that can't be."""

    def range(self) -> tuple[date | None, date | None]:
        """First and last day meant, for a list."""
        day = self.moment.date() if self.moment else self.day
        return (None if self.deadline else day), self.last_day or day


class Due(msgspec.Struct, frozen=True):
    """A due date as actions have it: all day, or a local time with its zone."""

    due: str | None = None
    time_zone: str | None = None


def find_times(text: str, now: datetime, language: Language) -> list[When]:
    """Every phrase about time in `text`, left to right. `now` is aware, in the person's zone."""
    # Equal moments of two zones are equal, and their days are not.
    return list(_found(text, now, now.utcoffset(), str(now.tzinfo), language))


@lru_cache(maxsize=256)
def _found(
    text: str, now: datetime, offset: timedelta | None, zone: str, language: Language
) -> tuple[When, ...]:
    del offset, zone  # told apart by them
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    said = spelled_out(Rewritten.of(text), language)
    if not language.time_hints.perhaps.search(said.text):
        return ()
    said = said.replace(language.times.numbered, lambda found: "x" * len(found[0]))
    said = with_days(said, wall.date(), language)
    said, spans = take_spans(said, wall.date(), language)
    said, delays = take_delays(said, now, language)
    said = with_dates(with_clocks(said, wall, language), wall.date(), language)
    found = [
        *(When(start=s.start, end=s.end, day=s.first, last_day=s.last) for s in spans),
        *(When(start=delay.start, end=delay.end, moment=delay.moment) for delay in delays),
        *_read_phrases(said, wall, language),
    ]
    return tuple(_in_their_places(sorted(found, key=lambda when: when.start), text, said, language))


def _read_phrases(said: Rewritten, wall: datetime, language: Language) -> Iterator[When]:
    times, text = language.times, said.text
    if not text:
        return
    asked = times.meal.sub(
        lambda meal: "x" * len(meal[0]),
        times.deadline.sub(lambda found: _like_at(found, language), text),
    )
    begins = {
        found.end() - (len(times.at) if _is_hour(found) else 0): found.start()
        for found in times.deadline.finditer(text)
    }
    for phrase in find_phrases(asked, wall, language):
        ends = (phrase.value, phrase.since, phrase.until)
        if any(end is not None and end.year not in _YEARS for end in ends):
            continue
        when = _read(phrase, text[phrase.start : phrase.end], wall, language)
        if when is not None:
            begin = begins.get(phrase.start, phrase.start)
            start, end = said.place(begin, phrase.end)
            words = asked[phrase.start : phrase.end]
            yield msgspec.structs.replace(when, start=start, end=end, words=words)


def _in_their_places(
    found: list[When], text: str, said: Rewritten, language: Language
) -> Iterator[When]:
    """With what belongs to them, and without what is a part of another."""
    last = 0
    for when in found:
        if when.start < last:
            continue
        tail = language.times.tail.match(text, when.end)
        last = tail.end() if tail else when.end
        question = when.question or said.question(when.start, when.end)
        yield msgspec.structs.replace(when, end=last, question=question)


def _is_hour(found: re.Match[str]) -> bool:
    return bool(found["hour"] or found["hour_"])


def _like_at(found: re.Match[str], language: Language) -> str:
    # Duckling makes "by Friday" an interval that begins now; the day itself is what counts.
    return language.times.at.rjust(len(found[0])) if _is_hour(found) else "x" * len(found[0])


def _read(phrase: Phrase, said: str, wall: datetime, language: Language) -> When | None:
    value = phrase.value
    if value is None:
        return _read_interval(phrase, said, wall, language)
    if phrase.grain == "second":
        return None  # "now"
    if phrase.grain in {"hour", "minute"}:
        return _read_clock(phrase, value, said, wall, language)
    day = value.date()
    question = wrong_weekday(said, value, wall, language)
    return When(day=day, last_day=_last_day(day, phrase.grain), question=question)


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
    clock, half_unsure = value.time(), _half_unsure(phrase.hours)
    zero = _LEADING_ZERO.search(said)
    if zero and half_unsure:
        clock, half_unsure = time(int(zero["hour"]), int(zero["minute"])), False
    if half_unsure and clock.hour % _NOON >= language.times.first_sure_hour:
        clock, half_unsure = clock.replace(hour=clock.hour % _NOON), False
    day, part = _day_said(value, said, wall, language), _part(said, language)
    if day and half_unsure and clock == time() and not language.times.night.search(said):
        clock = time(_NOON)
    if part in _NIGHTS and 0 < clock.hour - _NOON < _SMALL_HOURS:
        # "Tonight at one" is tomorrow.
        clock, day = clock.replace(hour=clock.hour - _NOON), day and day + _ONE_DAY
    is_midnight = part == "night" or (part is None and language.times.midnight.search(said))
    if day and clock == time() and is_midnight:
        day += _ONE_DAY  # at the end of that day
    return When(day=day, clock=clock, half_unsure=half_unsure, part=part)


def _day_said(value: datetime, said: str, wall: datetime, language: Language) -> date | None:
    """The day, when one was said along with the time of day."""
    if not language.calendar.day_word.search(said):
        return None
    if language.times.this_part.search(said):
        return min(value.date(), wall.date())  # also when it is over
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
    if since and until is None and language.times.after.search(said):
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
        return When(day=day, clock=_PART_CLOCK[part], part=part, is_clock_chosen=True)
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
    day = dated.day
    if day and timed.clock == time():
        day += _ONE_DAY  # midnight, at the end of that day
    return msgspec.structs.replace(
        timed, day=day, last_day=None, part=timed.part or dated.part, deadline=dated.deadline
    )
