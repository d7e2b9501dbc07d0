"""Todoist's words: dates and repeats are text there, colours have names."""

import re
from datetime import date, datetime, time, timedelta

import msgspec
from dateutil.rrule import rrulestr

from control_api.edges.exchange.parts.recurrence import every, parts_of
from control_api.edges.exchange.parts.times import read_time
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

_GERMAN = {
    "täglich": "every day",
    "wöchentlich": "every week",
    "monatlich": "every month",
    "jährlich": "every year",
    "jeden": "every",
    "jede": "every",
    "jedes": "every",
    "alle": "every",
    "tag": "day",
    "tage": "days",
    "woche": "week",
    "wochen": "weeks",
    "monat": "month",
    "monate": "months",
    "jahr": "year",
    "jahre": "years",
    "werktag": "workday",
    "um": "at",
    "und": "and",
    "ab": "starting",
    "bis": "until",
    "heute": "today",
    "morgen": "tomorrow",
    "montag": "mon",
    "dienstag": "tue",
    "mittwoch": "wed",
    "donnerstag": "thu",
    "freitag": "fri",
    "samstag": "sat",
    "sonntag": "sun",
    "januar": "jan",
    "februar": "feb",
    "märz": "mar",
    "mai": "may",
    "juni": "jun",
    "juli": "jul",
    "oktober": "oct",
    "okt": "oct",
    "dezember": "dec",
    "dez": "dec",
    "uhr": "",
}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_ALONE = {
    "daily": "every day",
    "weekly": "every week",
    "monthly": "every month",
    "quarterly": "every 3 months",
    "yearly": "every year",
}

_CLOCK = re.compile(
    r"(?:^| )(?:at )?(?:(\d{1,2}):(\d{2}) ?(am|pm)?|(\d{1,2}) ?(am|pm)|at (\d{1,2}))$"
)
_DAY_MONTH = re.compile(r"(\d{1,2})\.?(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,?(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")
_EVERY = re.compile(r"(?:every|ev)(!?) (?:(other|\d{1,3}) )?(.+)")
_TAIL = re.compile(r" (starting|from|until|ending) ")


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
    """Read a date or repeat, in English or German; None for what is neither."""
    plain = read_time(text)
    if plain is not None:
        if isinstance(plain, datetime):
            return SaidDate(plain.date(), plain.time().replace(microsecond=0))
        return SaidDate(plain)
    words = text.lower().split()
    if language.startswith("de"):
        words = [_GERMAN.get(word, word) for word in words]
    said = " ".join(filter(None, words))
    first, _, rest = said.partition(" ")
    said = f"{_ALONE.get(first, first)} {rest}".strip()
    return _read_repeat(said, today) if said.startswith("ev") else _read_day(said, today)


def _read_day(said: str, today: date) -> SaidDate | None:
    clock, said = _clock(said)
    relative = said in {"", "today", "tomorrow"} or said[:3] in _DAYS
    day = _day(said, today, may_be_none=clock is not None)
    return None if day is None else SaidDate(day, clock, relative=relative)


def _day(said: str, today: date, *, may_be_none: bool = False) -> date | None:
    if not said:
        return today if may_be_none else None
    plain = read_time(said)
    if plain is not None:
        return plain.date() if isinstance(plain, datetime) else plain
    if found := _DAY_MONTH.fullmatch(said):
        return _dated(found[1], found[2], found[3], today)
    if found := _MONTH_DAY.fullmatch(said):
        return _dated(found[2], found[1], found[3], today)
    return _relative_day(said, today)


def _relative_day(said: str, today: date) -> date | None:
    if said in {"today", "tomorrow"}:
        return today + timedelta(days=said == "tomorrow")
    weekday = _weekday(said)
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(word: str) -> int | None:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for number, name in enumerate(names):
        if word in {name, name[:3], name[:4]}:
            return number
    return None


def _dated(day: str, month: str, year: str | None, today: date) -> date | None:
    if month not in _MONTHS:
        return None
    try:
        found = date(int(year or today.year), _MONTHS.index(month) + 1, int(day))
        return found if year or found >= today else found.replace(year=today.year + 1)
    except ValueError:
        return None


def _clock(said: str) -> tuple[time | None, str]:
    found = _CLOCK.search(said)
    if found is None:
        return None, said
    hour = int(found[1] or found[4] or found[6])
    half = found[3] or found[5]
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(found[2] or 0)), said[: found.start()].strip()
    except ValueError:
        return None, said


def _read_repeat(said: str, today: date) -> SaidDate | None:
    head, *tails = _TAIL.split(said)
    bounds = dict(zip(tails[::2], tails[1::2], strict=True))
    clock, head = _clock(head)
    found = _EVERY.fullmatch(head)
    if found is None:
        return None
    interval = 2 if found[2] == "other" else int(found[2] or 1)
    rule = _rule(found[3], interval) if interval else None
    if rule is None:
        return None
    start_said = bounds.get("starting") or bounds.get("from")
    until_said = bounds.get("until") or bounds.get("ending")
    start = _day(start_said, today) if start_said else today
    if start is None:
        return None
    day = start
    if "BY" in rule:
        first = rrulestr(rule, dtstart=datetime.combine(start, time())).after(
            datetime.combine(start, time()), inc=True
        )
        if first is None:
            return None
        day = first.date()
    if until_said:
        until = _day(until_said, today)
        if until is None:
            return None
        rule += f";UNTIL={until:%Y%m%d}" + ("T235959Z" if clock else "")
    repeat = Repeat(rule=rule, basis="completion" if found[1] else "due")
    return SaidDate(day, clock, repeat, relative=start_said is None)


def _rule(what: str, interval: int) -> str | None:
    unit = what.removesuffix("s")
    if unit in _UNITS:
        return every(_UNITS[unit], interval)
    if unit in {"weekday", "workday"} and interval == 1:
        return every("WEEKLY", BYDAY="MO,TU,WE,TH,FR")
    if what == "last day" and interval == 1:
        return every("MONTHLY", BYMONTHDAY="-1")
    ordinal = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", what)
    if ordinal and interval == 1 and 1 <= int(ordinal[1]) <= 31:  # noqa: PLR2004 - days of a month
        return every("MONTHLY", BYMONTHDAY=ordinal[1])
    words = what.replace(",", " ").replace(" and ", " ").split()
    days = {day for day in map(_weekday, words) if day is not None}
    if not days or any(_weekday(word) is None for word in words):
        return None
    names = [_DAYS[number][:2].upper() for number in sorted(days)]
    return every("WEEKLY", interval, BYDAY=",".join(names))


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
