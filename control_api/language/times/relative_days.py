"""Days that are counted from another: "Tuesday week", "in two weeks on Monday", "end of May"."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import msgspec

from control_api.language.times.date_checks import last_of_month
from control_api.language.times.lengths import length_of, number_of
from control_api.language.times.rewriting import Rewritten
from control_api.language.words.language import Language

_ONE_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SATURDAY = 5
_MOST_WORKING_DAYS = 500
_MIDDLE_OF_MONTH, _MIDDLE_OF_WEEK = 15, timedelta(days=2)
_MONTHS_A_QUARTER = 3


class Span(msgspec.Struct, frozen=True):
    """A stretch of days, and its place in the words as they were said."""

    start: int
    end: int
    first: date
    last: date


def with_days(said: Rewritten, today: date, language: Language) -> Rewritten:
    """The text with the date for each of these."""
    if not language.relative_days.perhaps.search(said.text):
        return said
    for name, pattern in language.relative_days.rules:
        reader = _READERS[name]

        def read(found: re.Match[str], reader: Callable[..., date | None] = reader) -> str | None:
            try:
                day = reader(found, today, language)
            except (OverflowError, ValueError):
                return None
            return None if day is None else day.isoformat()

        said = said.replace(pattern, read)
    return said


def take_spans(said: Rewritten, today: date, language: Language) -> tuple[Rewritten, list[Span]]:
    """The weeks and months after next, which Duckling does not know, and the text without them."""
    spans: list[Span] = []

    def read(found: re.Match[str]) -> str:
        first, last = _span(found["span"].lower(), 2, today, language)
        spans.append(Span(*said.place(found.start(), found.end()), first, last))
        return "x" * len(found[0])

    return said.replace(language.relative_days.after_next, read), spans


def _shifted(found: re.Match[str], today: date, language: Language) -> date | None:
    """Some weeks after a weekday, today or tomorrow."""
    day = _near_day(found["day"], today, language)
    length = length_of(found, language)
    if length is None or day is None:
        return None
    return length.after(datetime.combine(day, time())).date()


def _sooner_or_later(found: re.Match[str], today: date, language: Language) -> date | None:
    """Some days, weeks or months before or after one of these days."""
    day = _near_day(found["day"], today, language)
    length = length_of(found, language)
    if length is None or day is None:
        return None
    moment = datetime.combine(day, time())
    is_before = found["side"].lower() == language.relative_days.before_it
    return (length.before(moment) if is_before else length.after(moment)).date()


def _working_days(found: re.Match[str], today: date, language: Language) -> date | None:
    count, day = round(number_of(found["amount"], language)), today
    if count > _MOST_WORKING_DAYS:
        return None
    while count > 0:
        day += _ONE_DAY
        count -= day.weekday() < _SATURDAY
    return day


def _beside_weekend(found: re.Match[str], today: date, language: Language) -> date:
    """The Friday before, or the Monday after."""
    monday = today - timedelta(days=today.weekday()) + _WEEK
    if found["side"].lower() != language.relative_days.before_it:
        return monday
    friday = monday - timedelta(days=3)
    return friday if friday >= today else friday + _WEEK


def _quarter(found: re.Match[str], today: date, language: Language) -> date:
    """The last day of a quarter, by its number."""
    number = found["number"] or language.relative_days.quarters[found["nth"].lower()]
    last = last_of_month(date(int(found["year"] or today.year), int(number) * 3, 1))
    return last if found["year"] or last >= today else last.replace(year=last.year + 1)


def _week_later(found: re.Match[str], today: date, language: Language) -> date | None:
    day = _near_day(found["day"], today, language)
    weeks = language.relative_days.weeks[found["weeks"].lower()]
    return None if day is None else day + weeks * _WEEK


def _near_day(word: str, today: date, language: Language) -> date | None:
    """Today, tomorrow or the coming weekday."""
    word = word.lower()
    if word in language.relative_days.near:
        return today + timedelta(days=language.relative_days.near[word])
    for number, name in enumerate(language.weekday_names):
        if name[:2].lower() == word[:2]:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _end(found: re.Match[str], today: date, language: Language) -> date | None:
    return _span_said(found, today, language)[1]


def _beginning(found: re.Match[str], today: date, language: Language) -> date | None:
    first, _ = _span_said(found, today, language)
    return first if first >= today else _span_said(found, today, language, later=1)[0]


def _middle(found: re.Match[str], today: date, language: Language) -> date | None:
    middle = _middle_of(*_span_said(found, today, language))
    return middle if middle >= today else _middle_of(*_span_said(found, today, language, later=1))


def _middle_of(first: date, last: date) -> date:
    if last - first < _WEEK:
        return first + _MIDDLE_OF_WEEK
    if first.month != last.month:
        return first + (last - first) // 2
    return first.replace(day=_MIDDLE_OF_MONTH)


def _span_said(
    found: re.Match[str], today: date, language: Language, *, later: int = 0
) -> tuple[date, date]:
    """The first and the last day; `later` by so many of its kind, where that was not said."""
    said = found.groupdict()
    if month := said.get("month"):
        number = language.months[month.lower()]
        year = int(said["year"] or today.year + (number < today.month) + later)
        first = date(year, number, 1)
        return first, last_of_month(first)
    ahead = language.relative_days.which[(said["which"] or "").strip().lower()]
    return _span(said["span"].lower(), ahead + later, today, language)


def _span(unit: str, ahead: int, today: date, language: Language) -> tuple[date, date]:
    """The week, month, quarter or year so many ahead of the one that `today` is in."""
    unit = language.relative_days.spans[unit]
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + ahead * _WEEK
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(today.year + ahead, 1, 1), date(today.year + ahead, 12, 31)
    months = 1 if unit == "month" else _MONTHS_A_QUARTER
    begin = (today.year * 12 + today.month - 1) // months * months + ahead * months
    first = date(begin // 12, begin % 12 + 1, 1)
    end = begin + months - 1
    return first, last_of_month(date(end // 12, end % 12 + 1, 1))


_READERS: dict[str, Callable[[re.Match[str], date, Language], date | None]] = {
    "shifted": _shifted,
    "sooner_or_later": _sooner_or_later,
    "working_days": _working_days,
    "beside_weekend": _beside_weekend,
    "quarter": _quarter,
    "week_later": _week_later,
    "end": _end,
    "beginning": _beginning,
    "middle": _middle,
}
