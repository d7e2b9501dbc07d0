"""Times in the zones that a file names, as a task has them: a clock time and an IANA name."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from control_api.edges.exchange.parts.losses import Losses
from control_api.edges.exchange.parts.zone_names import is_of_a_place, zone_at_offset, zone_named
from control_api.input.time_zones import find_time_zone

_WEEKS = 105
"""Of two years: long enough to see when its clocks change."""
_LAST_COMPARED = 2100
"""Year; from then on clocks change as they do in it."""


class Zones:
    """The zones of one file."""

    def __init__(
        self,
        losses: Losses,
        own: str,
        field: str,
        defined: Mapping[str, tzinfo] | None = None,
    ) -> None:
        """`own` is the person's zone, `field` where a file names zones.

        `defined` are those that the file says the offsets of.
        """
        self._losses = losses
        self._own = find_time_zone(own)
        self._field = field
        self._defined = defined or {}
        self._found: dict[str, tzinfo | None] = {}
        self._alike: dict[tuple[str, int], ZoneInfo | None] = {}

    def kept(self, at: datetime, name: str) -> tuple[str, str | None]:
        """A local time in the zone of that name, or an instant, as a task has it.

        In a zone that is not known a local time floats, which the losses tell.
        """
        zone = self._zone(name)
        if at.tzinfo is not None:
            # Without a zone of its own an instant is shown in the person's.
            at = at.astimezone(zone or self._own).replace(tzinfo=None)
            zone = zone or self._own
        if zone is None:
            return _text(at), None
        if isinstance(zone, ZoneInfo):
            return _text(at), zone.key
        named = self._like(name, zone, at)
        if named is not None:
            return _text(at), named.key
        moment = _instant(at, zone)
        return _text(moment.astimezone(self._own).replace(tzinfo=None)), self._own.key

    def _zone(self, name: str) -> tzinfo | None:
        if not name.strip():
            return None
        if name not in self._found:
            zone = self._look_up(name)
            self._found[name] = zone
        if self._found[name] is None:
            self._losses.add(self._field, "There is no such time zone: the time floats.", name)
        return self._found[name]

    def _look_up(self, name: str) -> tzinfo | None:
        named = zone_named(name)
        if named is not None and is_of_a_place(name):
            return named
        # Others are what the file says they are: many a program's "EST" has a summer.
        return self._defined.get(name) or named or zone_at_offset(name)

    def _like(self, name: str, zone: tzinfo, at: datetime) -> ZoneInfo | None:
        """One with an IANA name whose clocks show the same, so that repeats come rightly too."""
        year = min(at.year, _LAST_COMPARED)
        asked = (name, year)
        if asked not in self._alike:
            self._alike[asked] = self._agreeing(zone, list(_telling(zone, year)))
        found = self._alike[asked]
        if found is not None and _offset(found, at) == _offset(zone, at):
            return found
        fixed = zone_at_offset(name) is not None
        return self._agreeing(zone, [at]) if fixed else None

    def _agreeing(self, zone: tzinfo, times: list[datetime]) -> ZoneInfo | None:
        wanted = [_offset(zone, each) for each in times]
        for named in (self._own, *_known_zones()):
            if all(_offset(named, at) == offset for at, offset in zip(times, wanted, strict=True)):
                return named
        return None


@cache
def _known_zones() -> tuple[ZoneInfo, ...]:
    """One of each kind, those that are best known first of their kind."""
    return tuple(map(find_time_zone, WINDOWS_TO_OLSON.values()))


def _telling(zone: tzinfo, year: int) -> Iterator[datetime]:
    """Local times that tell a zone from others: each week, and around each change of its clocks."""
    begin = datetime.combine(date(year, 1, 1), time(12))
    weeks = [begin + timedelta(weeks=week) for week in range(_WEEKS)]
    yield from weeks
    for before, after in pairwise(weeks):
        earlier, later = before, after
        if _offset(zone, earlier) == _offset(zone, later):
            continue
        while later - earlier > timedelta(minutes=1):
            middle = earlier + (later - earlier) / 2
            if _offset(zone, middle) == _offset(zone, before):
                earlier = middle
            else:
                later = middle
        # Clocks that change at two o'clock are not those that change at midnight.
        yield later - timedelta(minutes=30)
        yield later + timedelta(minutes=90)


def _offset(zone: tzinfo, at: datetime) -> timedelta:
    return at.replace(tzinfo=zone).utcoffset() or timedelta(0)


def _instant(at: datetime, zone: tzinfo) -> datetime:
    # Through UTC: a zone made of a definition may not know what an instant is there.
    return (at - _offset(zone, at)).replace(tzinfo=UTC)


def _text(at: datetime) -> str:
    return at.replace(microsecond=0).isoformat(timespec="seconds")
