"""How long from now: "in an hour and a half", "in 2 wks", "three days from now"."""

import re
from datetime import UTC, datetime, timedelta

import msgspec

from control_api.language.times.lengths import Length, length_of, one
from control_api.language.times.rewriting import Rewritten
from control_api.language.words.language import Language


class Delay(msgspec.Struct, frozen=True):
    """A moment counted from now, and its place in the words as they were said."""

    start: int
    end: int
    moment: datetime
    """Aware, to the minute."""


def read_delay(text: str, language: Language) -> timedelta | None:
    """How long: "an hour and a half", "two days"; None when the words are no such thing."""
    found = language.delays.length.fullmatch(text.strip())
    length = length_of(found, language) if found else None
    return length.delta if length else None


def take_delays(
    said: Rewritten, now: datetime, language: Language
) -> tuple[Rewritten, list[Delay]]:
    """The delays of hours and minutes, and the text with dates for those of days.

    `now` is aware, in the person's zone.
    """
    delays: list[Delay] = []

    def read(found: re.Match[str]) -> str | None:
        length = _length(found, language)
        try:
            if length is None:
                return None
            if length.is_days and (length.months or length.minutes):
                return f"{language.times.on_day}{length.after(now.replace(tzinfo=None)).date()}"
            moment = length.after(now.astimezone(UTC)).astimezone(now.tzinfo)
        except OverflowError:
            return None
        place = said.place(found.start(), found.end())
        delays.append(Delay(*place, moment.replace(second=0, microsecond=0)))
        return "x" * len(found[0])

    for pattern in (language.delays.ahead, language.delays.from_now):
        said = said.replace(pattern, read)
    return said, delays


def _length(found: re.Match[str], language: Language) -> Length | None:
    unit = found.groupdict().get("whole")
    if unit is None:
        return length_of(found, language)
    return one(unit, language)
