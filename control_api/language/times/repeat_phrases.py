"""Rules inside what was said: "every other Tuesday", "on the first of every month"."""

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from control_api.language.times.calendar_words import MONTHS, ORDINALS, WEEKDAY
from control_api.time.rule import DAYS, Frequency, Rule, rule_text
from shared.tasks import Repeat

_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_NUMBERS = {word: value for value, word in enumerate(_SMALL, start=2)} | {
    "other": 2,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "twelve": 12,
    "fifteen": 15,
    "thirty": 30,
}
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace(" ", "[ -]")
_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL})"
_AND = r"(?:, and |, | and )(?:on )?(?:the )?"
_NUMBERS_SAID = rf"(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)"
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAYS = rf"(?P<days>(?:{WEEKDAY})(?:{_AND}(?:{WEEKDAY}))*)"
_PLACE = "(?:first|second|third|fourth|fifth|last)"
_NTH = rf"(?P<places>{_PLACE}(?:{_AND}{_PLACE})*) (?P<day>{WEEKDAY}|weekday|workday)"
_EVERY = r"\b(?:every|each)(?: single)?"
_EVERY_N = rf"{_EVERY}(?: {_N})?"
_THE = r"(?:\b(?:on|by) )?\b(?:the )?"
_PART = "(?P<part>morning|afternoon|evening|night)"
_DONE = (
    r"(?P<done>after (?:(?:i|we)(?:'ve| have)? (?:done|did|do|finished|completed)(?: it| that)?"
    r"|it(?:'s| is| was|'s been| has been) (?:done|finished|completed)|completion|doing it"
    r"|(?:completing|finishing) it|the last time))\b"
)
_TIMES = re.compile(rf",? (?:for )?{_N} times\b", re.IGNORECASE)

_FREQUENCY: dict[str, Frequency] = {
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
_ADVERBS: dict[str, tuple[Frequency, int]] = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_WORKDAYS = tuple((day, 0) for day in range(5))
_SATURDAY = ((5, 0),)
_LONGEST_MONTH = 31

Said = dict[str, str | None]


class SaidRepeat(msgspec.Struct, frozen=True):
    """A repeat, and where in the text it was said."""

    start: int
    end: int
    repeat: Repeat
    part: str | None = None
    """The part of the day that was said along with it."""

    @property
    def names_days(self) -> bool:
        """Whether the words say which days, so that no date is needed to know."""
        return "BY" in self.repeat.rule


def find_repeat(text: str) -> SaidRepeat | None:
    """The repeat that is said in a text; None when there is none, or none that is clear."""
    for pattern, read in _PATTERNS:
        found = pattern.search(text)
        rule = read(found.groupdict()) if found else None
        if found is None or rule is None:
            continue
        end = found.end()
        times = _TIMES.match(text[end:])
        if times is not None:
            rule = msgspec.structs.replace(rule, count=_number(times["n"]))
            end += times.end()
        said = found.groupdict()
        basis: Literal["due", "completion"] = "completion" if said.get("done") else "due"
        repeat = Repeat(rule=rule_text(rule), basis=basis)
        return SaidRepeat(found.start(), end, repeat, said.get("part"))
    return None


def _units(said: Said) -> Rule | None:
    return Rule(freq=_FREQUENCY[(said["unit"] or "").lower()], interval=_number(said.get("n")))


def _monthly(said: Said) -> Rule | None:
    days = _numbers(said["numbers"])
    if not all(1 <= day <= _LONGEST_MONTH for day in days):
        return None
    return Rule(freq="MONTHLY", interval=_number(said.get("n")), by_month_day=days)


def _month_end(said: Said) -> Rule | None:
    return Rule(freq="MONTHLY", interval=_number(said.get("n")), by_month_day=(-1,))


def _monthly_weekday(said: Said) -> Rule | None:
    return _numbered("MONTHLY", said, ())


def _yearly_weekday(said: Said) -> Rule | None:
    return _numbered("YEARLY", said, (_month(said),))


def _yearly(said: Said) -> Rule | None:
    days = _numbers(said["numbers"])
    if len(days) > 1 or not 1 <= days[0] <= _LONGEST_MONTH:
        return None
    return Rule(
        freq="YEARLY", interval=_number(said.get("n")), by_month=(_month(said),), by_month_day=days
    )


def _weekly(said: Said) -> Rule | None:
    words = re.findall(WEEKDAY, said["days"] or "", re.IGNORECASE)
    by_day = tuple((day, 0) for day in sorted({DAYS.index(word[:2].upper()) for word in words}))
    if not by_day:
        return None  # "on holidays"
    return Rule(freq="WEEKLY", interval=_number(said.get("n")), by_day=by_day)


def _workdays(said: Said) -> Rule | None:
    del said
    return Rule(freq="WEEKLY", by_day=_WORKDAYS)


def _weekends(said: Said) -> Rule | None:
    return Rule(freq="WEEKLY", interval=_number(said.get("n")), by_day=_SATURDAY)


def _parts(said: Said) -> Rule | None:
    return Rule(freq="DAILY", interval=_number(said.get("n")))


def _quarters(said: Said) -> Rule | None:
    del said
    return Rule(freq="MONTHLY", interval=3)


def _adverb(said: Said) -> Rule | None:
    freq, interval = _ADVERBS[(said["adverb"] or "").lower()]
    return Rule(freq=freq, interval=interval)


def _numbered(freq: Frequency, said: Said, months: tuple[int, ...]) -> Rule | None:
    words = re.findall(_PLACE, said["places"] or "", re.IGNORECASE)
    places = sorted({_PLACES[word.lower()] for word in words}, key=lambda nth: (nth < 0, nth))
    day, interval = (said["day"] or "").lower(), _number(said.get("n"))
    if day in {"weekday", "workday"}:
        return Rule(
            freq=freq,
            interval=interval,
            by_month=months,
            by_day=_WORKDAYS,
            by_set_pos=tuple(places),
        )
    weekday = DAYS.index(day[:2].upper())
    by_day = tuple((weekday, nth) for nth in places)
    return Rule(freq=freq, interval=interval, by_month=months, by_day=by_day)


def _number(word: str | None) -> int:
    if word is None:
        return 1
    return max(int(word), 1) if word.isdecimal() else _NUMBERS[word.lower()]


def _numbers(text: str | None) -> tuple[int, ...]:
    words = re.findall(rf"\d{{1,2}}|{_ORDINAL}", text or "", re.IGNORECASE)
    days = {
        int(word) if word.isdecimal() else ORDINALS[word.lower().replace("-", " ")]
        for word in words
    }
    return tuple(sorted(days))


def _month(said: Said) -> int:
    return MONTHS[(said["month"] or "").lower()]


_MONTHLY = rf"(?:{_EVERY_N} months?|\bmonthly)"
_YEARLY = rf"(?:{_EVERY_N} years?|\b(?:yearly|annually))"
_BARE_NUMBER = rf"(?P<numbers>\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})\b(?!:)"
_READERS: list[tuple[str, Callable[[Said], Rule | None]]] = [
    (rf"(?:{_EVERY} )?(?:\b(?:an?|one|{_N}) )?\b(?P<unit>day|week|month|year)s? {_DONE}", _units),
    (rf"{_YEARLY} on {_THE}{_NTH} (?:of|in) {_MONTH}\b", _yearly_weekday),
    (rf"{_EVERY} {_NTH} (?:of|in) {_MONTH}\b", _yearly_weekday),
    (rf"{_YEARLY} on (?:the )?{_BARE_NUMBER} (?:of )?{_MONTH}\b", _yearly),
    (rf"{_YEARLY} on {_MONTH} (?:the )?{_BARE_NUMBER}", _yearly),
    (rf"{_EVERY} {_MONTH} (?:the )?{_BARE_NUMBER}", _yearly),
    (rf"{_EVERY} {_BARE_NUMBER} (?:of )?{_MONTH}\b", _yearly),
    (rf"{_THE}{_NTH} (?:of|in) {_EVERY_N} months?\b", _monthly_weekday),
    (rf"{_EVERY} {_NTH} (?:of|in) (?:the|a) month\b", _monthly_weekday),
    (rf"{_MONTHLY} on the {_NTH}\b", _monthly_weekday),
    (rf"(?:\b(?:on|at|by) )?\bthe (?:last day|end) (?:of|in) {_EVERY_N} months?\b", _month_end),
    (rf"{_EVERY} last day of (?:the|a) month\b", _month_end),
    (rf"{_MONTHLY} on the last day\b", _month_end),
    (rf"{_THE}{_NUMBERS_SAID}(?: day)? (?:of|in) {_EVERY_N} months?\b", _monthly),
    (rf"{_EVERY} {_NUMBERS_SAID}(?: day)? of (?:the|a) month\b", _monthly),
    (rf"{_MONTHLY} on the {_NUMBERS_SAID}\b", _monthly),
    (rf"(?:{_EVERY_N} weeks?|\bweekly) on {_DAYS}", _weekly),
    (rf"(?:{_EVERY}|\bon) (?:weekday|work ?day|business day)s?\b", _workdays),
    (rf"{_EVERY_N} weekends?\b", _weekends),
    (rf"{_EVERY_N} {_DAYS}\b(?: {_PART}\b)?", _weekly),
    (rf"\bon (?P<days>\w+days(?:{_AND}\w+days)*)\b", _weekly),
    (rf"{_EVERY_N} {_PART}s?\b", _parts),
    (rf"{_EVERY} quarter\b", _quarters),
    (rf"{_EVERY_N} (?P<unit>day|week|month|year)s?\b", _units),
    (
        rf"\b(?P<adverb>{'|'.join(_ADVERBS)})\b(?=\s*$|,|\s+(?:at|in|on|until|starting|from)\b)",
        _adverb,
    ),
]
_PATTERNS = [(re.compile(pattern, re.IGNORECASE), read) for pattern, read in _READERS]
