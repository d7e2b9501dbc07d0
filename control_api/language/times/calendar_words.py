"""The words English has for days and times, as regular expressions; and dates that don't exist."""

import calendar
import re
from datetime import date, datetime, timedelta

MONTHS = {
    name.lower(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_UNITS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
)
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
ORDINALS = {word: day for day, word in enumerate(_UNITS + _TEENS, start=1)}
ORDINALS |= {"twentieth": 20, "thirtieth": 30}
ORDINALS |= {f"twenty {word}": 20 + day for day, word in enumerate(_UNITS, start=1)}
ORDINALS |= {f"thirty {word}": 30 + day for day, word in enumerate(_UNITS, start=1)}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace(" ", "[ -]")

WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b"
)
_HOLIDAY = "christmas|easter|halloween|thanksgiving|valentine|new year"
DAY_WORD = re.compile(
    rf"\b(?:{WEEKDAY}|(?:{_MONTH})\b|today|tonight|tomorrow|tmrw|yesterday|this|next|last|coming"
    rf"|following|weekend|(?:day|week|month|year)s?\b|{_ORDINAL}|{_HOLIDAY})"
    r"|\d(?:st|nd|rd|th)\b|\d/\d|\d{4}-\d|\bago\b|\beod\b",
    re.IGNORECASE,
)
CLOCK_WORD = re.compile(
    r"\bat\b|\d:\d|\b[ap]\.?\s?m\b|\d[ap]\.?m\b|o'?clock|\b(?:noon|midnight|midday)\b",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(r"\b(?:morning|lunch|afternoon|evening|tonight|night)\b", re.IGNORECASE)
REPEATING = re.compile(
    r"\b(?:every|each)\s+(?:other\s+|single\s+|\w+\s+)?"
    rf"(?:{WEEKDAY}|(?:{_MONTH})\b|(?:day|morning|afternoon|evening|night|week|weekday|weekend|month"
    r"|year|hour|minute|monday)s?\b)|\b(?:daily|weekly|monthly|yearly)\s*$"
    rf"|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b\w+(?:st|nd|rd|th) of every month\b",
    re.IGNORECASE,
)

_DAY_NUMBER = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<word>{_ORDINAL})"
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?:the\s+)?(?:{_DAY_NUMBER})\b(?![:/])(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"\b(?:{_DAY_NUMBER})\s+(?:day\s+)?(?:of\s+)?(?P<month>{_MONTH})\b(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_SLASHED = re.compile(
    r"\b(?:on|by|for|to|before|until|due|it)\s+(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/\d{2,4})?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:at|by|to|until)\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})\b", re.IGNORECASE)
_HIGH_HOUR = re.compile(r"\bat\s+(?P<hour>\d{2})\s*(?:o'?clock|hours|[ap]\.?m\b)", re.IGNORECASE)
_LONGEST_MONTH_DAY = 39
_LAST_HOUR, _LAST_MINUTE = 24, 59


NAMED_DAY = re.compile(rf"\b(?:{WEEKDAY})", re.IGNORECASE)

_NUMBERED_DAY = re.compile(
    rf"\d(?:st|nd|rd|th)\b|\b(?:{_ORDINAL})\b|(?:{_MONTH})\.? \d", re.IGNORECASE
)


class NoSuchDateError(ValueError):
    """A date or time was said that does not exist; the message asks for another one."""


def check_dates(text: str) -> None:
    """Raise NoSuchDateError for February 30th, 25:00 and the like."""
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for found in pattern.finditer(text):
            word = (found["word"] or "").lower().replace("-", " ")
            day = ORDINALS[word] if word else int(found["day"])
            if day <= _LONGEST_MONTH_DAY:
                _check(day, MONTHS[found["month"].lower()], found["year"])
    for found in _ISO.finditer(text):
        _check(int(found["day"]), int(found["month"]), found["year"])
    for found in _SLASHED.finditer(text):
        _check(int(found["day"]), int(found["month"]), None)
    for found in _CLOCK.finditer(text):
        if int(found["hour"]) > _LAST_HOUR or int(found["minute"]) > _LAST_MINUTE:
            raise NoSuchDateError(
                f"There is no {found['hour']}:{found['minute']} on the clock. What time is it?"
            )
    for found in _HIGH_HOUR.finditer(text):
        if int(found["hour"]) > _LAST_HOUR:
            raise NoSuchDateError(f"There is no hour {found['hour']}. What time do you mean?")


def _check(day: int, month: int, year: str | None) -> None:
    if not 1 <= month <= 12:  # noqa: PLR2004 (months)
        raise NoSuchDateError(f"There is no month {month}. Which day do you mean?")
    name = calendar.month_name[month]
    # Without a year February may have 29 days: the next leap day is meant.
    last = calendar.monthrange(int(year), month)[1] if year and year != "0000" else 0
    last = last or calendar.monthrange(2000, month)[1]
    if not 1 <= day <= last:
        when = f" in {year}" if year else ""
        raise NoSuchDateError(f"There is no {name} {day}{when}. Which day do you mean?")


def check_weekday(said: str, value: datetime, now: datetime) -> None:
    """Raise NoSuchDateError when a weekday and a date were said that don't go together."""
    named = NAMED_DAY.search(said)
    numbered = _NUMBERED_DAY.search(said)
    if not named or not numbered or re.search(r"\bof\b|\bin\b|\b\d{4}\b", said):
        return
    month = re.search(rf"\b(?P<month>{_MONTH})\b", said, re.IGNORECASE)
    near = timedelta(days=366 if month else 45)
    if value - now <= near:
        return
    day = now.date()
    while day.day != value.day or (month and day.month != value.month):
        day += timedelta(days=1)
    meant = f"{calendar.month_name[day.month]} {day.day}"
    raise NoSuchDateError(
        f"{meant} is a {calendar.day_name[day.weekday()]}. Which day do you mean?"
    )


def last_of_month(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
