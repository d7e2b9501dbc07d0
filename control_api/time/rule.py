"""Recurrence rules of RFC 5545: read, checked, and written in one spelling."""

import re
from datetime import datetime
from typing import Literal, get_args

import msgspec

from control_api.input.fields import invalid
from shared.problems import InvalidInputError

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LARGEST_NUMBER = 9999
"""Of an interval or a count."""
MOST_TIMES_A_DAY = 12
MOST_NUMBERED_DAYS = 12

_ORDER = (
    "FREQ",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYHOUR",
    "BYMINUTE",
    "BYSETPOS",
    "WKST",
)
_RANGES = {
    "BYMONTH": (1, 12),
    "BYWEEKNO": (1, 53),
    "BYYEARDAY": (1, 366),
    "BYMONTHDAY": (1, 31),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSETPOS": (1, 366),
}
_FROM_THE_END = {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYSETPOS"}
_ONLY = {
    "BYWEEKNO": {"YEARLY"},
    "BYYEARDAY": {"YEARLY"},
    "BYMONTHDAY": {"DAILY", "MONTHLY", "YEARLY"},
    "BYSETPOS": {"WEEKLY", "MONTHLY", "YEARLY"},
}
"""What RFC 5545 allows of each part, but for what would never choose among several."""
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_WEEKS = 5
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_UNTIL = re.compile(r"\d{8}(?:T\d{6}Z?)?")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?\d{1,4}")


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule, part by part."""

    freq: Frequency
    until: str | None = None
    """As RFC 5545 writes it: ``20261231``, ``20261231T090000`` or the same with ``Z``."""
    count: int | None = None
    """How many times are left, the one that is due included."""
    interval: int = 1
    by_month: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    """Weekday, Monday 0, and which one of the month or year: 0 for each, -1 for the last."""
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def names_days(self) -> bool:
        """Whether the rule itself says which days, so that a due date adds nothing."""
        return bool(self.by_day or self.by_month_day or self.by_year_day)


def clean_rule(text: str) -> str:
    """The rule in its one spelling, without ``RRULE:``. Raises `InvalidInputError`."""
    return rule_text(parse_rule(text))


def parse_rule(text: str) -> Rule:
    """The rule that a text is. Raises `InvalidInputError` for ``repeat``, saying what is wrong."""
    parts = _split(text)
    freq = parts.get("FREQ")
    if freq in _TOO_OFTEN:
        raise refused("A task repeats daily at most: use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
    if freq not in get_args(Frequency):
        raise refused("A rule begins with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
    if "COUNT" in parts and "UNTIL" in parts:
        raise refused("Give a rule either COUNT or UNTIL, not both.")
    lists = {name: _numbers(name, parts[name]) for name in _RANGES if name in parts}
    rule = Rule(
        freq=msgspec.convert(freq, Frequency),
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        count=_number("COUNT", parts["COUNT"]) if "COUNT" in parts else None,
        interval=_number("INTERVAL", parts.get("INTERVAL", "1")),
        by_day=_days(parts["BYDAY"]) if "BYDAY" in parts else (),
        week_start=_week_start(parts.get("WKST", "MO")),
        by_month=lists.get("BYMONTH", ()),
        by_week_no=lists.get("BYWEEKNO", ()),
        by_year_day=lists.get("BYYEARDAY", ()),
        by_month_day=lists.get("BYMONTHDAY", ()),
        by_hour=lists.get("BYHOUR", ()),
        by_minute=lists.get("BYMINUTE", ()),
        by_set_pos=lists.get("BYSETPOS", ()),
    )
    _check(rule, set(parts))
    return rule


def rule_text(rule: Rule) -> str:
    """The one spelling of a rule: parts in their order, lists sorted, nothing superfluous."""
    values = {
        "FREQ": rule.freq,
        "UNTIL": rule.until,
        "COUNT": rule.count,
        "INTERVAL": rule.interval if rule.interval > 1 else None,
        "BYMONTH": _list(rule.by_month),
        "BYWEEKNO": _list(rule.by_week_no),
        "BYYEARDAY": _list(rule.by_year_day),
        "BYMONTHDAY": _list(rule.by_month_day),
        "BYDAY": ",".join(f"{nth or ''}{DAYS[day]}" for day, nth in rule.by_day),
        "BYHOUR": _list(rule.by_hour),
        "BYMINUTE": _list(rule.by_minute),
        "BYSETPOS": _list(rule.by_set_pos),
        "WKST": DAYS[rule.week_start] if rule.week_start and _week_matters(rule) else None,
    }
    return ";".join(f"{name}={values[name]}" for name in _ORDER if values[name])


def with_days_of(rule: Rule, due: datetime) -> Rule:
    """The rule with the days that it takes from the due date, so that it keeps them for good."""
    weekday = ((due.weekday(), 0),)
    if rule.by_week_no and not rule.by_day:
        return msgspec.structs.replace(rule, by_day=weekday)
    if rule.names_days:
        return rule
    match rule.freq:
        case "WEEKLY":
            return msgspec.structs.replace(rule, by_day=weekday)
        case "MONTHLY":
            return msgspec.structs.replace(rule, by_month_day=(due.day,))
        case "YEARLY":
            months = rule.by_month or (due.month,)
            return msgspec.structs.replace(rule, by_month=months, by_month_day=(due.day,))
        case _:
            return rule


def without_days_of(rule: Rule, due: datetime) -> Rule:
    """The rule without the days that it has from the due date anyway."""
    bare = msgspec.structs.replace(rule, by_month=(), by_month_day=(), by_day=())
    return bare if with_days_of(bare, due) == rule else rule


def refused(sentence: str) -> InvalidInputError:
    """Make the error for a rule."""
    return invalid("repeat", sentence)


def _split(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").strip().rstrip(";").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value:
            raise refused("Write the rule as RFC 5545 does: FREQ=WEEKLY;BYDAY=MO.")
        if name not in _ORDER:
            raise refused(f"A rule has no {name[:20]} here; it may have {', '.join(_ORDER)}.")
        if name in parts:
            raise refused(f"The rule says {name} twice; say it once.")
        parts[name] = value.strip()
    return parts


def _number(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= LARGEST_NUMBER:
        raise refused(f"{name} is a number from 1 to {LARGEST_NUMBER}.")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    first, last = _RANGES[name]
    numbers = set()
    for each in text.split(","):
        number = int(each) if _NUMBER.fullmatch(each.strip()) else None
        size = number if number is None or name not in _FROM_THE_END else abs(number)
        if number is None or size is None or not first <= size <= last:
            also = f", or the same with a minus, from {-last}" if name in _FROM_THE_END else ""
            raise refused(f"{name} holds numbers from {first} to {last}{also}.")
        numbers.add(number)
    return tuple(sorted(numbers, key=_first_ones_first))


def _first_ones_first(number: int) -> tuple[bool, int]:
    return number < 0, number


def _days(text: str) -> tuple[tuple[int, int], ...]:
    days = set()
    for each in text.split(","):
        found = _DAY.fullmatch(each.strip())
        nth = int(found[1] or "0") if found else 0
        if found is None or abs(nth) > 53 or (found[1] and not nth):  # noqa: PLR2004 (weeks)
            raise refused("BYDAY holds days such as MO,TH, or 2TU for the second, -1FR the last.")
        days.add((DAYS.index(found[2]), nth))
    return tuple(sorted(days, key=lambda day: (_first_ones_first(day[1]), day[0])))


def _until(text: str) -> str:
    try:
        datetime.strptime(text[:15], "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")  # noqa: DTZ007
    except ValueError:
        found = None
    else:
        found = _UNTIL.fullmatch(text)
    if found is None:
        raise refused("UNTIL is a date such as 20261231, or a time such as 20261231T090000Z.")
    return text


def _week_start(text: str) -> int:
    if text not in DAYS:
        raise refused("WKST is one of MO, TU, WE, TH, FR, SA, SU.")
    return DAYS.index(text)


def _check(rule: Rule, parts: set[str]) -> None:
    for name, allowed in _ONLY.items():
        if name in parts and rule.freq not in allowed:
            raise refused(f"{name} does not go together with FREQ={rule.freq}.")
    _check_numbered_days(rule)
    if rule.by_set_pos and not (rule.names_days or rule.by_week_no or rule.by_hour):
        raise refused("BYSETPOS chooses among days: say which, such as BYDAY=MO,TU.")
    times_a_day = max(len(rule.by_hour), 1) * max(len(rule.by_minute), 1)
    if times_a_day > MOST_TIMES_A_DAY:
        raise refused(f"A task comes {MOST_TIMES_A_DAY} times a day at most.")
    in_a_week = max(len(rule.by_day), 1) * times_a_day
    if rule.freq == "WEEKLY" and any(abs(place) > in_a_week for place in rule.by_set_pos):
        raise refused(f"BYSETPOS chooses among the {in_a_week} times that a week has here.")
    if _has_no_day(rule):
        raise refused("No month has that day: look at BYMONTH and BYMONTHDAY.")


def _check_numbered_days(rule: Rule) -> None:
    numbers = [abs(nth) for _, nth in rule.by_day if nth]
    if not numbers:
        return
    if rule.freq not in {"MONTHLY", "YEARLY"} or rule.by_week_no:
        raise refused("A day such as 2TU goes with FREQ=MONTHLY, or YEARLY without BYWEEKNO.")
    if len(rule.by_day) > MOST_NUMBERED_DAYS:
        raise refused(f"BYDAY holds {MOST_NUMBERED_DAYS} days such as 2TU at most.")
    in_a_month = rule.freq == "MONTHLY" or bool(rule.by_month)
    if in_a_month and max(numbers) > _MOST_WEEKS:
        raise refused("A month has five weeks at most: choose 1 to 5, or -5 to -1.")


def _has_no_day(rule: Rule) -> bool:
    longest = max((_LONGEST[month - 1] for month in rule.by_month), default=31)
    return bool(rule.by_month_day) and all(abs(day) > longest for day in rule.by_month_day)


def _week_matters(rule: Rule) -> bool:
    return bool(rule.by_week_no) or (
        rule.freq == "WEEKLY" and (rule.interval > 1 or bool(rule.by_set_pos))
    )


def _list(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))
