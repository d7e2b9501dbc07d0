"""Duckling, loaded once in a child: raw time phrases, with their places in the text.

It is asked in wall-clock time called UTC, so it needs no zone data of the machine, and a change of
the clocks between now and the date meant can't shift what was said.
"""

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import duckling

from control_api.language.duckling.messages import Phrase

_ZONES = duckling.load_time_zones(str(files("tzdata") / "zoneinfo" / "Etc"))
_DIMENSIONS = duckling.parse_dimensions(["time"])


@cache
def _locale(name: str) -> Any:
    language = duckling.parse_lang(name.partition("_")[0])
    return duckling.parse_locale(name, duckling.default_locale_lang(language))


def parse(text: str, now: datetime, pieces: list[tuple[int, int]], locale: str) -> list[Phrase]:
    """Every time phrase of these pieces of an ASCII text, relative to the wall-clock time `now`."""
    seconds = int(now.replace(tzinfo=UTC).timestamp())
    context = duckling.Context(duckling.parse_ref_time(_ZONES, "UTC", seconds), _locale(locale))
    found = []
    for start, end in pieces:
        for entity in duckling.parse(text[start:end], context, _DIMENSIONS, False):
            phrase = _phrase(entity, start)
            if phrase is not None:
                found.append(phrase)
    return found


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
