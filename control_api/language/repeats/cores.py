"""What a repeat is built on: "every month", "every other Tuesday", "on weekdays"."""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from control_api.language.repeats.days_said import (
    WORKDAYS,
    Said,
    checked,
    count_said,
    date_said,
    holiday_said,
    month_days_said,
    places_said,
    weekday,
    weekdays_said,
)
from control_api.language.words.language import Language
from control_api.time.rule import Frequency, Rule


class Core(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in the making, and what was said that no rule holds."""

    rule: Rule
    basis: Literal["due", "completion"] = "due"
    parts: tuple[str, ...] = ()
    """Of the day: "every morning and evening"."""
    often: int = 1
    """How many times in each period, of which the days or times must be told: "twice a week"."""
    lasting: tuple[int, Frequency] | None = None
    """For so many days, weeks, months or years."""
    is_bare: bool = False
    """Only days: "Tuesdays", which elsewhere than in a new task may mean something else."""


class Found(msgspec.Struct, frozen=True):
    """A core, and where in the text it was said."""

    start: int
    end: int
    core: Core


def find_cores(text: str, language: Language) -> Iterator[Found]:
    """All that may be the core of a repeat, the one that takes most of the text first."""
    matches = [
        (name, found)
        for name, pattern in language.repeats.cores
        for found in pattern.finditer(text)
    ]
    matches.sort(key=lambda match: match[1].start() - match[1].end())
    for name, found in matches:
        core = _READERS[name](found.groupdict(), language)
        if core is not None:
            yield Found(found.start(), found.end(), core)


def numbered_days(freq: Frequency, said: Said, language: Language, interval: int) -> Rule | None:
    """The second Tuesday of a month, the last weekday of a year's May."""
    places = places_said(said["places"], language)
    months = (language.months[(said["month"] or "").lower()],) if said.get("month") else ()
    day = language.repeats.days.fullmatch(said["day"] or "")
    if day is None or not places:
        return None
    rule = Rule(freq=freq, interval=interval, by_month=months)
    if day["sort"]:
        return msgspec.structs.replace(rule, by_day=WORKDAYS, by_set_pos=places)
    number = weekday(day["one"], language)
    return msgspec.structs.replace(rule, by_day=tuple((number, nth) for nth in places))


def last_days(said: Said, language: Language, interval: int) -> Rule | None:
    """A day counted from either end of the month; of its end, the last."""
    days = places_said(said["places"], language) or (-1,)
    return Rule(freq="MONTHLY", interval=interval, by_month_day=days)


def parts_said(said: Said, language: Language) -> tuple[str, ...]:
    """The parts of the day, each as it is called when there is one of it."""
    words = language.repeats.part.findall(said.get("part") or "")
    known = language.repeats.parts
    singular = (word.lower() if word.lower() in known else word.lower()[:-1] for word in words)
    return tuple(dict.fromkeys(singular))


def _unit(said: Said, language: Language) -> Core | None:
    interval = count_said(said.get("n"), language)
    if said.get("unit"):
        freq, times = language.repeats.units[(said["unit"] or "").lower()]
    else:
        freq, times = language.repeats.adverbs[(said["adverb"] or "").lower()]
    basis: Literal["due", "completion"] = "completion" if said.get("done") else "due"
    if not interval:
        return None
    return Core(rule=Rule(freq=freq, interval=interval * times), basis=basis)


def _often(said: Said, language: Language) -> Core | None:
    core = _unit({**said, "n": None}, language)
    return core and msgspec.structs.replace(core, often=count_said(_first_word(said), language))


def _first_word(said: Said) -> str:
    return (said["n"] or "").split()[0]


def _everyday(said: Said, language: Language) -> Core | None:
    del said, language
    return Core(rule=Rule(freq="DAILY"))


def _workdays(said: Said, language: Language) -> Core | None:
    del said, language
    return Core(rule=Rule(freq="WEEKLY", by_day=WORKDAYS))


def _days(said: Said, language: Language) -> Core | None:
    days, interval = weekdays_said(said["days"], language), count_said(said.get("n"), language)
    if not (days and interval) or (interval > 1 and days == WORKDAYS):
        return None  # "every other weekday" is no rule of weeks
    rule = Rule(freq="WEEKLY", interval=interval, by_day=days)
    return Core(rule=rule, parts=parts_said(said, language))


def _bare_days(said: Said, language: Language) -> Core | None:
    core = _days(said, language)
    return core and msgspec.structs.replace(core, is_bare=True)


def _nth(said: Said, language: Language) -> Core | None:
    return _core(numbered_days("MONTHLY", said, language, 1))


def _nth_of_year(said: Said, language: Language) -> Core | None:
    return _core(numbered_days("YEARLY", said, language, 1))


def _month_days(said: Said, language: Language) -> Core | None:
    days = month_days_said(said["numbers"], language)
    return Core(rule=Rule(freq="MONTHLY", by_month_day=days)) if days else None


def _last_days(said: Said, language: Language) -> Core | None:
    return _core(last_days(said, language, 1))


def _date(said: Said, language: Language) -> Core | None:
    return _core(date_said(said, language))


def _holiday(said: Said, language: Language) -> Core | None:
    return _core(holiday_said(said, language))


def _month(said: Said, language: Language) -> Core | None:
    month = language.months[(said["month"] or "").lower()]
    return _core(checked(Rule(freq="YEARLY", by_month=(month,), by_month_day=(1,))))


def _part(said: Said, language: Language) -> Core | None:
    interval = count_said(said.get("n"), language)
    rule = Rule(freq="DAILY", interval=interval)
    return Core(rule=rule, parts=parts_said(said, language)) if interval else None


def _core(rule: Rule | None) -> Core | None:
    return None if rule is None else Core(rule=rule)


_READERS: dict[str, Callable[[Said, Language], Core | None]] = {
    "often": _often,
    "once": _unit,
    "unit": _unit,
    "unit_done": _unit,
    "adverb": _unit,
    "everyday": _everyday,
    "workdays": _workdays,
    "days": _days,
    "bare_days": _bare_days,
    "nth": _nth,
    "nth_of_year": _nth_of_year,
    "month_days": _month_days,
    "last_days": _last_days,
    "date": _date,
    "holiday": _holiday,
    "month": _month,
    "part": _part,
}
