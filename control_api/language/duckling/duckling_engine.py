"""Duckling, loaded once in a child: raw time phrases, with their places in the text.

It is asked in wall-clock time called UTC, so it needs no zone data of the machine, and a change of
the clocks between now and the date meant can't shift what was said.
"""

from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import duckling

from control_api.language.duckling.messages import Phrase


def _load() -> tuple[Any, Any, Any]:
    zones = duckling.load_time_zones(str(files("tzdata") / "zoneinfo" / "Etc"))
    english = duckling.parse_lang("EN")
    locale = duckling.parse_locale("EN_US", duckling.default_locale_lang(english))
    return zones, locale, duckling.parse_dimensions(["time"])


_ZONES, _LOCALE, _DIMENSIONS = _load()


def parse(text: str, now: datetime, pieces: list[tuple[int, int]]) -> list[Phrase]:
    """Every time phrase of these pieces of an ASCII text, relative to the wall-clock time `now`."""
    seconds = int(now.replace(tzinfo=UTC).timestamp())
    context = duckling.Context(duckling.parse_ref_time(_ZONES, "UTC", seconds), _LOCALE)
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
