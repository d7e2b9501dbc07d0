"""Todoist's words: repeats are text there, colours have names."""

from control_api.edges.exchange.parts.recurrence import parts_of
from shared.tasks import Repeat

COLOURS = {
    "berry_red": "#b8256f",
    "red": "#db4035",
    "orange": "#ff9933",
    "yellow": "#fad000",
    "olive_green": "#afb83b",
    "lime_green": "#7ecc49",
    "green": "#299438",
    "mint_green": "#6accbc",
    "teal": "#158fad",
    "sky_blue": "#14aaf5",
    "light_blue": "#96c3eb",
    "blue": "#4073ff",
    "grape": "#884dff",
    "violet": "#af38eb",
    "lavender": "#eb96eb",
    "magenta": "#e05194",
    "salmon": "#ff8d85",
    "charcoal": "#808080",
    "grey": "#b8b8b8",
    "taupe": "#ccac93",
}

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def say_repeat(repeat: Repeat) -> str | None:
    """The repeat as Todoist reads it; None when it has no words for it."""
    parts = parts_of(repeat.rule)
    begin = "every!" if repeat.basis == "completion" else "every"
    until = parts.pop("UNTIL", "")
    tail = f" until {until[:4]}-{until[4:6]}-{until[6:8]}" if until else ""
    interval = parts.pop("INTERVAL", "1")
    what = _what(parts, interval)
    return None if what is None else f"{begin} {what}{tail}"


def _what(parts: dict[str, str], interval: str) -> str | None:
    units = {frequency: unit for unit, frequency in _UNITS.items()}
    unit = units.get(parts.get("FREQ", ""))
    if unit is None or not interval.isdecimal():
        return None
    match sorted(parts.items()):
        case [("FREQ", _)]:
            return unit if interval == "1" else f"{interval} {unit}s"
        case [("BYDAY", days), ("FREQ", "WEEKLY")]:
            return _say_days(days, interval)
        case [("BYMONTHDAY", "-1"), ("FREQ", "MONTHLY")] if interval == "1":
            return "last day"
        case [("BYMONTHDAY", day), ("FREQ", "MONTHLY")] if interval == "1" and day.isdecimal():
            endings = {"1": "st", "2": "nd", "3": "rd", "21": "st", "22": "nd", "23": "rd"}
            return f"{day}{endings.get(day, 'st' if day == '31' else 'th')}"
    return None


def _say_days(days: str, interval: str) -> str | None:
    short = {name[:2].upper(): name for name in _DAYS}
    given = days.split(",")
    if not all(day in short for day in given):
        return None
    if given == ["MO", "TU", "WE", "TH", "FR"] and interval == "1":
        return "workday"
    count = "" if interval == "1" else ("other " if interval == "2" else f"{interval} ")
    return count + ", ".join(short[day] for day in given)
