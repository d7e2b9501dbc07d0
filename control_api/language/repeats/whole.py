"""A text that is nothing but a day, a time or a repeat, as files and forms hold them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from control_api.language.repeats.reading import SaidRepeat, read_repeat
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.problems import InvalidInputError
from shared.tasks import Repeat

_ONE_DAY = timedelta(days=1)
_SOME_DAYS = timedelta(days=8)
"""More than a week: so that "Monday" is another one."""


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says: when, how it repeats, and whether that depends on the day it is read."""

    day: date
    clock: time | None = None
    repeat: Repeat | None = None
    is_counted: bool = False
    """From the day that it is read."""


def read_whole(
    text: str, now: datetime, language: Language, parts: Mapping[str, time]
) -> Whole | None:
    """The day, time or repeat; None for what is none, or holds anything else, or no whole moment.

    `now` is aware; `parts` says when the parts of the day are: "every morning". Raises
    `OverrunError` and `UnavailableError`.
    """
    words = Words(text, text)
    try:
        said = read_repeat(words, now, language)
        if said is None:
            return _of_day(words, now, language, parts)
        return _of_repeat(said, now, language, parts)
    except (NoSuchDateError, InvalidInputError, OverflowError):
        return None


def _of_day(
    words: Words, now: datetime, language: Language, parts: Mapping[str, time]
) -> Whole | None:
    when = read_when(words, now, language)
    if when is None or when.moment is not None or (when.day is None and when.clock is None):
        return None
    clock = _clock(when, words.text, now, parts)
    # Of a week its first day, unless that is over.
    day = max(when.day or now.date(), now.date()) if when.last_day else when.day or now.date()
    return Whole(day=day, clock=clock, is_counted=_is_counted(words, when, now, language))


def _is_counted(words: Words, when: When, now: datetime, language: Language) -> bool:
    """Whether it is another day when it is read on another day."""
    before = read_when(words, now - _SOME_DAYS, language)
    return when.day is None or before is None or before.day != when.day


def _of_repeat(
    said: SaidRepeat, now: datetime, language: Language, parts: Mapping[str, time]
) -> Whole | None:
    rest = said.before.strip()
    rest = rest.then(said.after.strip()).strip() if rest.text else said.after.strip()
    when = read_when(rest, now, language) if rest.text else None
    if (rest.text and when is None) or len(said.core.parts) > 1 or not said.is_decided(1):
        return None
    begin = said.first or (when.day if when else None)
    day = said.first_day(begin or now.date())
    clock = _clock(when, rest.text, now, parts) if when else None
    names = language.times.parts
    for part in said.core.parts:
        clock = clock if when and when.clock else parts.get(names.get(part, part))
    return Whole(day=day, clock=clock, repeat=said.repeat(day), is_counted=begin is None)


def _clock(when: When, text: str, now: datetime, parts: Mapping[str, time]) -> time | None:
    """The time of day; for one that was only named by its part, when that is."""
    if when.clock is None:
        return None
    if when.part is not None and when.part in parts and not any(map(str.isdecimal, text)):
        return parts[when.part]
    # Of a day to come: none of its hours is over, and none of this night is meant.
    ahead = msgspec.structs.replace(when, day=now.date() + _ONE_DAY, last_day=None)
    due = due_of(ahead, now, ZoneInfo("UTC")).due
    return datetime.fromisoformat(due).time() if due else None
