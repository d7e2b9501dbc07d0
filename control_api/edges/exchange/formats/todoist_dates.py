"""Todoist's dates and repeats are text: said in plain words, they are read as all words are."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import get_args

import msgspec

from control_api.edges.exchange.parts.times import read_time
from control_api.language.duckling.unread import OverrunError
from control_api.language.repeats.whole import Whole, read_whole
from control_api.language.words.language import Language
from control_api.language.words.loading import load
from shared.languages import LanguageName
from shared.tasks import Repeat

_LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
_FROM_COMPLETION = "!"
"""Behind "every": it repeats from the day that it is done."""
_SHORT = {
    "ev": "every",
    "ev!": "every!",
    "tod": "today",
    "tom": "tomorrow",
    "@": "at",
    "ending": "until",
}
"""Todoist's own short words, in plain ones."""
_PARTS = {
    "morning": time(9),
    "noon": time(12),
    "afternoon": time(12),
    "evening": time(19),
    "night": time(22),
    "tonight": time(22),
}
"""When Todoist's parts of the day are."""
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BOUNDS = frozenset({"at", "starting", "from", "until", "and"})
_LONGEST = 100
"""Characters; there are no longer ones."""
_MOST_REMEMBERED = 2_000
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?")
_BARE_DAY = re.compile(r"\d{1,2}\.?,?")


class SaidDate(msgspec.Struct, frozen=True):
    """What a text says: when, how it repeats, and whether that depends on the day it is read."""

    day: date
    clock: time | None = None
    repeat: Repeat | None = None
    relative: bool = False

    @property
    def due(self) -> str:
        """As a task has it."""
        if self.clock is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.clock).isoformat(timespec="seconds")


def read_date(text: str, language: str, today: date) -> SaidDate | None:
    """Read a date or repeat in one of Saydo's languages; None for what is neither.

    In a language that Saydo does not speak, only what reads alike in English is read.

    Blocks, so it is not for the event loop. Raises `UnavailableError`.
    """
    plain = read_time(text)
    if plain is not None:
        if isinstance(plain, datetime):
            return SaidDate(plain.date(), plain.time().replace(microsecond=0))
        return SaidDate(plain)
    if len(text) > _LONGEST:
        return None
    return _read_words(" ".join(text.split()), _spoken(language[:2]), today)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _read_words(text: str, language: LanguageName, today: date) -> SaidDate | None:
    said = _in_plain_english(text.lower()) if language == "en" else text
    if said is None:
        return None
    from_completion = _FROM_COMPLETION in said
    whole = _read_whole(said.replace(_FROM_COMPLETION, ""), today, load(language))
    if whole is None or (from_completion and whole.repeat is None):
        return None
    repeat = whole.repeat
    if repeat is not None and from_completion:
        repeat = msgspec.structs.replace(repeat, basis="completion")
    return SaidDate(whole.day, whole.clock, repeat, whole.is_counted)


def _read_whole(said: str, today: date, language: Language) -> Whole | None:
    midnight = datetime.combine(today, time(), UTC)
    # "3 days" is a date there.
    tries = (said, f"in {said}") if said[:1].isdecimal() else (said,)
    try:
        found = (read_whole(each, midnight, language, _PARTS) for each in tries)
        return next(filter(None, found), None)
    except OverrunError:
        return None


def _spoken(name: str) -> LanguageName:
    return next((each for each in _LANGUAGES if each == name), "en")


def _in_plain_english(text: str) -> str | None:
    """The text without what only Todoist says; None for a date that may be of two months."""
    words = text.replace("@", " @ ").split()
    plain = [_unmistakable(_SHORT.get(word, word)) for word in words]
    if not all(plain):
        return None
    return " ".join(_with_ordinals([word for word in plain if word]))


def _unmistakable(word: str) -> str | None:
    """A date in figures in the one spelling that all read alike; None where it may be another."""
    found = _FIGURES.fullmatch(word)
    if found is None:
        return word
    first, second, year = int(found[1]), int(found[3]), found[4]
    if year is None and found[2] != "/":
        return word
    months = len(_MONTHS)
    if first <= months and second <= months and first != second:
        return None
    month, day = (second, first) if first > months else (first, second)
    if not 1 <= month <= months:
        return None
    return f"{year}-{month:02}-{day:02}" if year else f"{_MONTHS[month - 1]} {day}"


def _with_ordinals(words: list[str]) -> list[str]:
    """For "every 27" is every 27th there, and "every 2nd Monday" is one Monday of a month."""
    for place, word in enumerate(words):
        if word not in {"every", "every!"}:
            continue
        rest = words[place + 1 :]
        if rest[:1] == ["2nd"] and rest[1:2] and rest[1][:3] in _WEEKDAYS:
            return [*words[: place + 3], "of the month", *rest[2:]]
        end = next((at for at, each in enumerate(rest) if not _BARE_DAY.fullmatch(each)), len(rest))
        if end and (end > 1 or not rest[end:] or rest[end] in _BOUNDS):
            days = [f"{each.rstrip('.,')}th" for each in rest[:end]]
            return [*words[: place + 1], ", ".join(days), *rest[end:]]
    return words
