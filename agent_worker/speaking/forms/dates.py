"""Dates and times of day, as they are said."""

import re

from agent_worker.speaking.forms.numbers import cardinal, ordinal, with_oh, year
from agent_worker.speaking.forms.tables import MONTHS, one_of

_NAMES = list(dict.fromkeys(MONTHS.values()))
_MONTH = rf"(?P<month>{one_of([*MONTHS, *_NAMES])})"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_TWELVE, _LAST_DAY = 12, 31

_ISO = re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-{_DAY}(?:T(?=\d\d:)|\b)")
_DOTTED = re.compile(rf"\b{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}\b")
_SLASHED = re.compile(rf"\b(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}\b")
_MONTH_DAY = re.compile(rf"\b{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?(?![\w:.,]?\d|\w)(?:,? {_YEAR}\b)?")
_DAY_MONTH = re.compile(
    rf"\b(?P<the>the )?{_DAY}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}\b\.?(?:,? {_YEAR}\b)?"
)
_DAYS = re.compile(
    rf"\b{_MONTH}\.? (?P<first>\d{{1,2}}) ?[-\u2013] ?(?P<last>\d{{1,2}})(?![\w:.,/-]*\d)"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\.? {_YEAR}\b")
_ALONE = re.compile(r"(?<![\w.,:$€£+-])(?P<year>(?:1[1-9]|20)\d\d)(?![\w%°/:-]|[.,]\d| ?[€£])")
_DECADE = re.compile(r"(?<![\w.,:/$€£+-])(?P<year>(?:1[1-9]|20)\d0)s\b")
_HALF_DAY = re.compile(
    r"(?<![\w:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?"
    r"(?P<half>[AaPp])(?:\.[Mm]\.|[Mm])(?:\.(?=\s|$)|(?!\w))"
)
_CLOCK = re.compile(
    r"(?<![\w:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:])"
)


def say_dates(text: str) -> str:
    """Dates."""
    text = _ISO.sub(lambda m: _numeric(m, int(m["day"]), int(m["month"])), text)
    text = _DOTTED.sub(lambda m: _numeric(m, int(m["day"]), int(m["month"])), text)
    text = _SLASHED.sub(_slashed, text)
    text = _DAYS.sub(_days, text)
    text = _MONTH_DAY.sub(lambda m: _named(m, "{month} {day}"), text)
    text = _DAY_MONTH.sub(lambda m: _named(m, "the {day} of {month}"), text)
    return _MONTH_YEAR.sub(lambda m: f"{_full(m['month'])} {year(int(m['year']))}", text)


def say_years(text: str) -> str:
    """Years that stand alone, and decades."""
    text = _DECADE.sub(lambda m: _several(year(int(m["year"]))), text)
    return _ALONE.sub(lambda m: year(int(m["year"])), text)


def say_clocks(text: str) -> str:
    """Times of day."""
    return _CLOCK.sub(_clock, _HALF_DAY.sub(_half_day, text))


def _numeric(found: re.Match[str], day: int, month: int) -> str:
    if not (1 <= month <= _TWELVE and 1 <= day <= _LAST_DAY):
        return found[0]
    rest = " at " if found[0].endswith("T") else ""
    return f"{_NAMES[month - 1]} {ordinal(day)}, {year(int(found['year']))}{rest}"


def _slashed(found: re.Match[str]) -> str:
    """A date whose parts can stand in one order only."""
    first, second = int(found["first"]), int(found["second"])
    if first > _TWELVE:
        return _numeric(found, first, second)
    return _numeric(found, second, first) if second > _TWELVE else found[0]


def _days(found: re.Match[str]) -> str:
    first, last = ordinal(int(found["first"])), ordinal(int(found["last"]))
    return f"{_full(found['month'])} {first} to {last}"


def _several(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _named(found: re.Match[str], order: str) -> str:
    day = int(found["day"])
    if not 1 <= day <= _LAST_DAY:
        return found[0]
    said = order.format(month=_full(found["month"]), day=ordinal(day))
    written = found.groupdict().get("year")
    return f"{said}, {year(int(written))}" if written else said


def _full(month: str) -> str:
    return MONTHS.get(month, month)


def _half_day(found: re.Match[str]) -> str:
    minute = int(found["minute"] or 0)
    hour = cardinal(int(found["hour"]))
    said = f"{hour} {with_oh(minute)}" if minute else hour
    return f"{said} {found['half'].upper()}.M."


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"])
    if minute:
        return f"{cardinal(hour)} {with_oh(minute)}"
    if not hour:
        return "midnight"
    return f"{cardinal(hour)} o'clock" if hour <= _TWELVE else f"{cardinal(hour)} hundred"
