"""Which times of a day a question is about: this afternoon, later today, before five."""

from datetime import datetime, time, timedelta

import msgspec

from control_api.language.times.due_dates import due_of
from control_api.language.times.parts_of_day import PARTS
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_LAST_HOUR = 23


class Clocks(msgspec.Struct, frozen=True):
    """From one time of day to another, as questions have them."""

    begin: str | None = None
    end: str | None = None
    or_all_day: bool = False

    @property
    def named(self) -> bool:
        """Whether the day is cut at all."""
        return self.begin is not None or self.end is not None


def clocks_meant(when: When, said: Words, scene: Scene) -> Clocks:
    """The times of day that are asked about; all day when none is named."""
    language, now = scene.language, scene.now
    is_today = when.day is None or when.day == now.date()
    from_now = is_today and language.listing.later.search(said.mask) is not None
    if when.part is not None:
        begin, end = PARTS[when.part]
        if from_now:
            begin = max(begin, _iso(now.time()))
        return Clocks(begin, end)
    if from_now:
        return Clocks(_iso(now.time()), None, or_all_day=True)
    if when.clock is None:
        return Clocks()
    return _between(said, scene) or _around(_half_meant(when, scene), said.mask, language)


def _between(said: Words, scene: Scene) -> Clocks | None:
    """From one time of day to another; a bare first one is in the half of the day before it."""
    language = scene.language
    found = language.listing.between.search(said.mask)
    if found is None:
        return None
    at = Words(*([f"{language.times.at} "] * 2))
    ends = [said.slice(*found.span(name)) for name in ("first", "last")]
    first, last = (
        read_when(Words(at.text + end.text, at.mask + end.mask), scene.now, language)
        for end in ends
    )
    if first is None or last is None or first.clock is None or last.clock is None:
        return None
    end, begin = _half_meant(last, scene), first.clock
    if first.half_unsure:
        halves = [begin.replace(hour=hour) for hour in (begin.hour % 12, begin.hour % 12 + 12)]
        begin = max((half for half in halves if half < end), default=begin)
    return Clocks(_iso(begin), _iso(end)) if begin < end else None


def _around(clock: time, said: str, language: Language) -> Clocks:
    """Before, after or at a time of day; where two are named, the day is not cut."""
    if language.listing.before_clock.search(said):
        return Clocks(None, _iso(clock))
    if language.listing.after_clock.search(said):
        return Clocks(_iso(clock), None)
    if language.listing.between_clocks.search(said):
        return Clocks()
    is_last = clock.hour == _LAST_HOUR
    return Clocks(_iso(clock), "24:00" if is_last else _iso(clock.replace(hour=clock.hour + 1)))


def _half_meant(when: When, scene: Scene) -> time:
    """A bare "five" is in the afternoon, as it is where a task is made."""
    day = when.day or scene.now.date() + timedelta(days=1)
    due = due_of(msgspec.structs.replace(when, day=day), scene.now, scene.zone).due
    at = datetime.fromisoformat(due) if due else datetime.combine(day, when.clock or time())
    return at.time()


def _iso(clock: time) -> str:
    return clock.isoformat(timespec="minutes")
