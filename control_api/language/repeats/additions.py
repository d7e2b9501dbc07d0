"""What is said right before or after the core of a repeat: on which days, and how many times."""

import re
from collections.abc import Callable

import msgspec

from control_api.language.repeats.cores import Core, last_days, numbered_days, parts_said
from control_api.language.repeats.days_said import (
    Said,
    count_said,
    date_said,
    holiday_said,
    month_days_said,
    weekdays_said,
    whole_weekend,
)
from control_api.language.words.language import Language
from control_api.time.rule import Frequency, Rule

_WEEK = tuple((day, 0) for day in range(7))
_MONTHS = range(1, 13)
_EDGE = " ,.!?"
_EDGES: dict[tuple[Frequency, str], Rule] = {
    ("WEEKLY", "first"): Rule(freq="WEEKLY", by_day=((0, 0),)),
    ("MONTHLY", "first"): Rule(freq="MONTHLY", by_month_day=(1,)),
    ("MONTHLY", "middle"): Rule(freq="MONTHLY", by_month_day=(15,)),
    ("MONTHLY", "last"): Rule(freq="MONTHLY", by_month_day=(-1,)),
    ("YEARLY", "first"): Rule(freq="YEARLY", by_month=(1,), by_month_day=(1,)),
    ("YEARLY", "last"): Rule(freq="YEARLY", by_month=(12,), by_month_day=(31,)),
}
"""What the beginning, middle and end of a period are."""
_replaced = msgspec.structs.replace


def add_after(core: Core, text: str, language: Language) -> tuple[Core, int] | None:
    """The core with what the text begins with, and how far that goes; the longest that fits."""
    found = [(pattern.match(text), _READERS[name]) for name, pattern in language.repeats.additions]
    fitting = [(match, read) for match, read in found if match]
    for match, read in sorted(fitting, key=lambda each: -each[0].end()):
        added = read(core, match.groupdict(), language)
        if added is not None:
            return added, match.end()
    return None


def add_anywhere(core: Core, text: str, language: Language) -> tuple[Core, int, int] | None:
    """The same for what can be nothing else where it stands: "except on Sundays"."""
    for name, pattern in language.repeats.additions:
        at_end = name == "lasting"
        if name not in {"except_days", "except_months", "open_end"} and not at_end:
            continue
        match = pattern.search(text)
        if match is None or (at_end and not _is_at_an_edge(match, text)):
            continue
        added = _READERS[name](core, match.groupdict(), language)
        if added is not None:
            return added, match.start(), match.end()
    return None


def _is_at_an_edge(match: re.Match[str], text: str) -> bool:
    return not (text[: match.start()].strip(_EDGE) and text[match.end() :].strip(_EDGE))


def add_before(core: Core, text: str, language: Language) -> tuple[Core, int] | None:
    """The core with what the text ends with, and where that begins."""
    found = [(pattern.search(text), _READERS[name]) for name, pattern in language.repeats.befores]
    fitting = [(match, read) for match, read in found if match]
    for match, read in sorted(fitting, key=lambda each: each[0].start()):
        # "On Monday every day" names no days of the repeat.
        if core.rule.freq == "DAILY":
            return None
        added = read(core, match.groupdict(), language)
        if added is not None:
            return added, match.start()
    return None


def _on(core: Core, rule: Rule | None) -> Core | None:
    """The core with that rule's days, when it is of the same period and has none yet."""
    has_days = core.rule.names_days or core.rule.by_month
    if rule is None or has_days or rule.freq != core.rule.freq:
        return None
    kept = _replaced(
        rule, interval=core.rule.interval, count=core.rule.count, until=core.rule.until
    )
    return _replaced(core, rule=kept)


def _days(core: Core, said: Said, language: Language) -> Core | None:
    if core.rule.freq == "DAILY" and core.rule.interval == 1:
        days = whole_weekend(said["days"], language)
        core = _replaced(core, rule=Rule(freq="WEEKLY", count=core.rule.count))
    else:
        days = weekdays_said(said["days"], language)
    added = _on(core, Rule(freq="WEEKLY", by_day=days)) if days else None
    return added and _part(added, said, language)


def _nth(core: Core, said: Said, language: Language) -> Core | None:
    return _on(core, numbered_days("MONTHLY", said, language, 1))


def _nth_of_year(core: Core, said: Said, language: Language) -> Core | None:
    return _on(core, numbered_days("YEARLY", said, language, 1))


def _month_days(core: Core, said: Said, language: Language) -> Core | None:
    days = month_days_said(said["numbers"], language)
    return _on(core, Rule(freq="MONTHLY", by_month_day=days)) if days else None


def _last_days(core: Core, said: Said, language: Language) -> Core | None:
    return _on(core, last_days(said, language, 1))


def _edge(core: Core, said: Said, language: Language) -> Core | None:
    edge = language.repeats.edges[(said["edge"] or "").lower()]
    return _on(core, _EDGES.get((core.rule.freq, edge)))


def _date(core: Core, said: Said, language: Language) -> Core | None:
    return _on(core, date_said(said, language))


def _holiday(core: Core, said: Said, language: Language) -> Core | None:
    return _on(core, holiday_said(said, language))


def _part(core: Core, said: Said, language: Language) -> Core | None:
    parts = parts_said(said, language)
    return _replaced(core, parts=tuple(dict.fromkeys((*core.parts, *parts))))


def _except_days(core: Core, said: Said, language: Language) -> Core | None:
    rule = core.rule
    have = _WEEK if rule.freq == "DAILY" else rule.by_day
    left = tuple(day for day in have if day not in whole_weekend(said["days"], language))
    plain = rule.interval == 1 and not (rule.by_month_day or rule.by_month or rule.by_set_pos)
    if rule.freq not in {"DAILY", "WEEKLY"} or not plain or left in {(), have}:
        return None
    return _replaced(core, rule=_replaced(rule, freq="WEEKLY", by_day=left))


def _except_months(core: Core, said: Said, language: Language) -> Core | None:
    words = language.calendar.month.finditer(said["months"] or "")
    without = {language.months[word["month"].lower()] for word in words}
    left = tuple(month for month in _MONTHS if month not in without)
    if core.rule.by_month or not left or core.rule.freq == "YEARLY":
        return None
    return _replaced(core, rule=_replaced(core.rule, by_month=left))


def _done(core: Core, said: Said, language: Language) -> Core | None:
    del said, language
    return _replaced(core, basis="completion")


def _open_end(core: Core, said: Said, language: Language) -> Core | None:
    del said, language
    return core


def _times(core: Core, said: Said, language: Language) -> Core | None:
    count = count_said(said["n"], language)
    if core.rule.count is not None or not count:
        return None
    return _replaced(core, rule=_replaced(core.rule, count=count))


def _lasting(core: Core, said: Said, language: Language) -> Core | None:
    number = count_said(said.get("n"), language)
    if core.lasting is not None or not number:
        return None
    freq, times = language.repeats.units[(said["unit"] or "").lower()]
    return _replaced(core, lasting=(number * times, freq))


_READERS: dict[str, Callable[[Core, Said, Language], Core | None]] = {
    "days": _days,
    "nth": _nth,
    "nth_of_year": _nth_of_year,
    "month_days": _month_days,
    "last_days": _last_days,
    "edge": _edge,
    "date": _date,
    "holiday": _holiday,
    "part": _part,
    "except_days": _except_days,
    "except_months": _except_months,
    "done": _done,
    "open_end": _open_end,
    "times": _times,
    "lasting": _lasting,
}
