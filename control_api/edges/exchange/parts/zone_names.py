"""The names that programs give time zones: IANA's, Windows', libical's, and bare offsets."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from control_api.input.time_zones import find_time_zone
from shared.problems import InvalidInputError

_OFFSET = re.compile(
    r"\(?(?:utc|gmt)?\s*(?P<sign>[+\-\N{MINUS SIGN}])\s*"
    r"(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?\)?",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\((?:utc|gmt)(?P<offset>[^)]*)\)\s*(?P<places>\S.*)", re.IGNORECASE)
"""As Windows shows a zone: its offset without daylight saving time, and places that have it."""
_WINDOWS_TIME = re.compile(r"(?P<name>.+) Time(?P<country> \(.+\))?", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(r"\s*,\s*|\s+[-:]\s+")
_PLACES = {
    "baja california": "America/Tijuana",
    "brasilia": "America/Sao_Paulo",
    "cabo verde is.": "Atlantic/Cape_Verde",
    "coordinated universal time": "UTC",
    "indiana (east)": "America/Indianapolis",
    "marshall is.": "Pacific/Majuro",
    "new caledonia": "Pacific/Noumea",
    "nuku'alofa": "Pacific/Tongatapu",
    "solomon is.": "Pacific/Guadalcanal",
    "west central africa": "Africa/Lagos",
}
"""Places that Windows shows and IANA has under other names."""
_MOST_HOURS = 14
"""East of Greenwich, as in Kiribati; as many west are taken."""
_LONGEST = 200
"""Characters; there are no longer names."""
_MOST_REMEMBERED = 1_000
_WINTER, _SUMMER = datetime(2100, 1, 1, tzinfo=UTC), datetime(2100, 7, 1, tzinfo=UTC)
"""After all changes that are planned."""


@lru_cache(maxsize=_MOST_REMEMBERED)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone that has this name for some program; None when it is not known.

    An offset is no name: see `zone_at_offset`.
    """
    name = _plain(name)
    if not name or len(name) > _LONGEST:
        return None
    if shown := _SHOWN.fullmatch(name):
        return _shown(shown["offset"], shown["places"])
    parts = name.split("/")
    # libical and others put their own names before IANA's.
    suffixes = ["/".join(parts[begin:]) for begin in range(len(parts))]
    found = next(filter(None, map(_iana, filter(None, suffixes))), None)
    return found or _windows(name) or _place(name, None)


def zone_at_offset(name: str) -> tzinfo | None:
    """The zone that is always as far from Greenwich as it says, such as ``GMT -7`` or ``+05:30``.

    One of whole hours has an IANA name; None for what is no offset.
    """
    offset = _offset(_plain(name))
    if offset is None:
        return None
    hours, rest = divmod(offset, timedelta(hours=1))
    if not offset:
        return find_time_zone("UTC")
    # IANA counts these to the west.
    named = None if rest else _zone(f"Etc/GMT{-hours:+d}")
    return named or timezone(offset)


def is_iana_name(name: str) -> bool:
    """Whether it is IANA's own name of a zone, letter by letter."""
    return _zone(name) is not None


def is_of_a_place(name: str) -> bool:
    """Whether a name says by itself where its zone is, so that no definition is needed."""
    return "/" in name or _plain(name).lower() in _windows_names()


def _plain(name: str) -> str:
    return " ".join(name.strip().strip("\"'").split())


def _iana(name: str) -> ZoneInfo | None:
    key = _iana_names().get(name.replace(" ", "_").lower())
    return None if key is None else _zone(key)


def _zone(key: str) -> ZoneInfo | None:
    try:
        return find_time_zone(key)
    except InvalidInputError:
        return None


@cache
def _iana_names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@cache
def _windows_names() -> dict[str, str]:
    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def _cities() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        # Those of "Etc" are offsets.
        if "/" in name and not name.startswith("Etc/"):
            city = name.rpartition("/")[2].replace("_", " ").lower()
            found.setdefault(city, []).append(name)
    return found


def _windows(name: str) -> ZoneInfo | None:
    """By Windows' own name, or as it shows it: ``Eastern Time (US & Canada)``."""
    tries = [name]
    if shown := _WINDOWS_TIME.fullmatch(name):
        tries += [
            f"{shown['name']} Standard Time{shown['country'] or ''}",
            f"{shown['name']} Standard Time",
        ]
    keys = (_windows_names().get(each.lower()) for each in tries)
    return next((_zone(key) for key in keys if key is not None), None)


def _shown(offset: str, places: str) -> ZoneInfo | None:
    wanted = timedelta(0) if not offset.strip() else _offset(offset)
    if wanted is None:
        return None
    named = [_place(each, wanted) for each in (places, *_BETWEEN_PLACES.split(places))]
    tries = [*named, _windows(places), _windows(f"{places} Standard Time")]
    return next((zone for zone in tries if zone is not None and wanted in _offsets(zone)), None)


def _place(name: str, wanted: timedelta | None) -> ZoneInfo | None:
    """By a city of its own; without an offset only where there is one of that name."""
    other = _PLACES.get(name.lower())
    keys = [other] if other else _cities().get(name.lower(), [])
    zones = [zone for key in keys if (zone := _zone(key)) is not None]
    if wanted is None:
        return zones[0] if len(zones) == 1 else None
    return next((zone for zone in zones if wanted in _offsets(zone)), None)


def _offsets(zone: tzinfo) -> set[timedelta | None]:
    return {each.astimezone(zone).utcoffset() for each in (_WINTER, _SUMMER)}


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    length = timedelta(hours=hours, minutes=minutes)
    if minutes >= 60 or length > timedelta(hours=_MOST_HOURS):  # noqa: PLR2004 - of an hour
        return None
    return length if found["sign"] == "+" else -length
