"""The time zones that a calendar defines itself (VTIMEZONE)."""

from collections.abc import Iterable
from datetime import tzinfo

from icalendar import Timezone

from control_api.edges.exchange.formats.ical_lines import Component
from control_api.edges.exchange.parts.zone_names import zone_named

_NEEDED = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"})
_RULE_PARTS = frozenset({"INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"})
"""Of a rule by the year; with others it could change each second, and take for ever."""
_MOST_CHANGES = 500
"""Lines of a definition."""


def defined_zones(zones: Iterable[Component]) -> dict[str, tzinfo]:
    """Those that can be understood, by the names that the calendar gives them."""
    found: dict[str, tzinfo] = {}
    for zone in zones:
        made = zone_named(zone.text("X-LIC-LOCATION")) or _made(zone)
        if made is not None:
            found.setdefault(zone.text("TZID").strip(), made)
    return found


def _made(zone: Component) -> tzinfo | None:
    changes = [part for part in zone.parts if part.name in {"STANDARD", "DAYLIGHT"}]
    lines = ["BEGIN:VTIMEZONE", "TZID:defined"]
    for part in changes:
        needed = [line for line in part.lines if line.name in _NEEDED]
        if any(line.name == "RRULE" and not _is_yearly(line.value) for line in needed):
            return None
        lines += [f"BEGIN:{part.name}", *(line.raw for line in needed), f"END:{part.name}"]
    if not changes or len(lines) > _MOST_CHANGES:
        return None
    text = "\r\n".join([*lines, "END:VTIMEZONE", ""])
    try:
        made = Timezone.from_ical(text)
        return made.to_tz(lookup_tzid=False) if isinstance(made, Timezone) else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError):
        # What the library makes of lines that are no definition.
        return None


def _is_yearly(rule: str) -> bool:
    parts = dict(part.partition("=")[::2] for part in rule.strip().upper().split(";"))
    return parts.pop("FREQ", "") == "YEARLY" and parts.keys() <= _RULE_PARTS
