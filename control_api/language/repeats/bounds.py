"""From when and until when a task comes again: "starting next week", "until Christmas"."""

import re
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_MOST_TRIES = 4
"""Places where the day may end; each is a question to Duckling."""
_ONE_DAY = timedelta(days=1)
_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d")


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day, and where in the words they were said."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None


def bound_after(words: Words, now: datetime, language: Language) -> Bound | None:
    """The bound that the words begin with."""
    for kind, pattern in _leads(language):
        lead = pattern.match(words.mask)
        if lead and (found := _read(kind, lead, words, now, language)):
            return found
    return None


def bound_anywhere(words: Words, now: datetime, language: Language) -> Bound | None:
    """A bound in the words, wherever it stands."""
    for kind, pattern in _leads(language):
        lead = pattern.search(words.mask)
        if lead and (found := _read(kind, lead, words, now, language)):
            return found
    return None


Kind = Literal["from", "until", "through", "stretch"]


def _leads(language: Language) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    repeats = language.repeats
    return (
        ("through", repeats.through),
        ("until", repeats.until),
        ("from", repeats.from_on),
        ("stretch", repeats.stretch),
    )


def _read(
    kind: Kind, lead: re.Match[str], words: Words, now: datetime, language: Language
) -> Bound | None:
    if kind == "stretch":
        when = _when(words.slice(lead.start("said"), lead.end("said")), now, language)
        if when is None or when.day is None or when.last_day is None:
            return None
        return Bound(start=lead.start(), end=lead.end(), first=when.day, last=when.last_day)
    said = words.slice(lead.end())
    for end in _ends(said, language):
        when = _when(said.slice(0, end), now, language, whole=kind == "through")
        if when is None or when.day is None or when.clock is not None:
            continue
        last = _last(when, now.date(), inclusive=kind == "through")
        if kind != "from":
            return Bound(start=lead.start(), end=lead.end() + end, last=last)
        begin = when.day + _ONE_DAY if lead["after"] else when.day
        first = Bound(start=lead.start(), end=lead.end() + end, first=begin)
        return _to(first, words, now, language)
    return None


def _to(first: Bound, words: Words, now: datetime, language: Language) -> Bound:
    """With the last day, where "to December 18" follows."""
    rest = words.slice(first.end)
    lead = language.repeats.to_day.match(rest.mask)
    last = _read("through", lead, rest, now, language) if lead else None
    if last is None:
        return first
    return msgspec.structs.replace(first, end=first.end + last.end, last=last.last)


def _ends(said: Words, language: Language) -> list[int]:
    """Where the day may end, the nearest first."""
    places, at = [], 0
    while found := language.repeats.after_a_day.search(said.mask, at):
        places.append(found.start())
        at = found.start() + 1
    places = [place for place in places if said.mask[:place].strip()]
    return [*places[: _MOST_TRIES - 1], len(said.mask)]


def _when(said: Words, now: datetime, language: Language, *, whole: bool = False) -> When | None:
    """The day or stretch; None also when there is no such day."""
    try:
        return _day_or_stretch(said, now, language, whole=whole)
    except NoSuchDateError:
        return None


def _day_or_stretch(said: Words, now: datetime, language: Language, *, whole: bool) -> When | None:
    """Of the end of a stretch the last day; with `whole`, the stretch that is named."""
    if written := _WRITTEN.fullmatch(said.mask.strip()):
        return When(day=_existing(written[0]))
    onwards = language.repeats.onwards.search(said.mask)
    if onwards is not None and not said.mask[onwards.end() :].strip(" ,.!?"):
        said = said.slice(0, onwards.start())
    end_of = language.repeats.end_of.match(said.mask)
    this = Words(language.listing.this, language.listing.this)
    if end_of:
        stretch = this.then(_bare(said.slice(end_of.end()), language))
        when = read_when(stretch, now, language)
        return When(day=when.last_day) if when is not None and when.last_day else None
    when = read_when(said, now, language)
    # "For the rest of the year" is of this one.
    return when or (read_when(this.then(_bare(said, language)), now, language) if whole else None)


def _existing(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _bare(words: Words, language: Language) -> Words:
    article = language.listing.leading.match(words.mask)
    bare = words.slice(article.end()) if article else words
    this = language.listing.this
    return bare.slice(len(this)) if bare.mask.lower().startswith(this) else bare


def _last(when: When, today: date, *, inclusive: bool) -> date | None:
    """Through March is with it, until March without; what has begun is always meant whole."""
    if when.day is None or when.last_day is None or inclusive or when.day <= today:
        return when.last_day or when.day
    weekend = when.last_day - when.day < timedelta(days=2)
    return when.last_day if weekend else when.day - timedelta(days=1)
