"""Duckling, loaded once: raw time phrases of an English text, with their places in it.

Duckling is asked in wall-clock time called UTC, so it needs no zone data of the machine, and a
change of the clocks between now and the date meant can't shift what was said.
"""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

import duckling
import msgspec


class Phrase(msgspec.Struct, frozen=True):
    """One time phrase. Times are naive wall-clock times."""

    start: int
    end: int
    grain: str
    """second, minute, hour, day, week, month, quarter or year; of the first end for an interval."""
    value: datetime | None
    """The time meant; None for an interval."""
    since: datetime | None = None
    until: datetime | None = None
    """End of the interval, exclusive."""
    hours: frozenset[int] = frozenset()
    """Hours of the day it could mean: 3 and 15 for "at three"."""


# Most sentences hold no time, and Duckling takes its time to find that out.
_PERHAPS = re.compile(
    r"\d|day|week|month|year|quarter|hour|minute|\bmins?\b|second|morning|noon|night|evening|tomorrow|tmrw"
    r"|one|two|three|four|five|six|seven|eight|nine|ten\b|eleven|twelve|half|lunch|\beod\b|now|christ"
    r"|easter|hallow|thanks|valen|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)|fortnight|\bnext\b|\blast\b|first|third|fifth|[a-z]th\b",
    re.IGNORECASE,
)
# Duckling's effort doubles with every time word: a sentence of twenty-five took twenty seconds.
_HINTS_AT_ONCE, _MOST_HINTS = 7, 60
_LEAST_WORDS, _MOST_WORDS = 5, 10
_BEGINNINGS = frozenset({"at", "on", "in", "by", "for", "from", "until", "and", "then", "to"})


def _load() -> tuple[Any, Any, Any]:
    zones = duckling.load_time_zones(str(files("tzdata") / "zoneinfo" / "Etc"))
    english = duckling.parse_lang("EN")
    locale = duckling.parse_locale("EN_US", duckling.default_locale_lang(english))
    return zones, locale, duckling.parse_dimensions(["time"])


_ZONES, _LOCALE, _DIMENSIONS = _load()


@lru_cache(maxsize=256)
def find_phrases(text: str, now: datetime) -> tuple[Phrase, ...]:
    """Every time phrase of `text`, left to right, relative to the wall-clock time `now`."""
    hints = len(_PERHAPS.findall(text))
    if not 0 < hints <= _MOST_HINTS:
        return ()
    seconds = int(now.replace(tzinfo=UTC).timestamp())
    reference = duckling.parse_ref_time(_ZONES, "UTC", seconds)
    context = duckling.Context(reference, _LOCALE)
    plain = _plain(text)
    found = []
    for start, end in [(0, len(plain))] if hints <= _HINTS_AT_ONCE else _pieces(plain):
        for entity in duckling.parse(plain[start:end], context, _DIMENSIONS, False):
            phrase = _phrase(entity, start)
            if phrase is not None:
                found.append(phrase)
    return tuple(sorted(found, key=lambda p: p.start))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Places of the stretches to ask about one by one; most begin with a preposition."""
    starts = [0]
    words_in = 0
    for word in re.finditer(r"\S+", text):
        begins = words_in >= _LEAST_WORDS and word[0].lower() in _BEGINNINGS
        if begins or words_in >= _MOST_WORDS:
            starts.append(word.start())
            words_in = 0
        words_in += 1
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _plain(text: str) -> str:
    # Duckling counts bytes where Python counts characters, so every character becomes one byte.
    return "".join(c if " " <= c <= "~" else _ascii(c) for c in text)


def _ascii(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[:1]
    return letter if " " <= letter <= "~" else "x" if character.isalnum() else " "


def _phrase(entity: dict[str, Any], offset: int) -> Phrase | None:
    value = entity["value"]
    place = offset + entity["start"], offset + entity["end"]
    if value["type"] == "value":
        hours = _hours(value["values"], "value")
        return Phrase(*place, value["grain"], _wall(value["value"]), hours=hours)
    since, until = value.get("from"), value.get("to")
    if since is None and until is None:
        return None
    return Phrase(
        *place,
        (since or until)["grain"],
        None,
        since=_wall(since["value"]) if since else None,
        until=_wall(until["value"]) if until else None,
        hours=_hours(value["values"], "from" if since else "to"),
    )


def _hours(values: list[dict[str, Any]], key: str) -> frozenset[int]:
    ends = [v[key] if isinstance(v[key], str) else v[key]["value"] for v in values if v.get(key)]
    return frozenset(wall.hour for wall in map(_wall, ends) if wall is not None)


def _wall(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return None
