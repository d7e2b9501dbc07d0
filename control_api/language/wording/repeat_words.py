"""How a repeat is said: "every other Tuesday", "on the first of every month"."""

from datetime import date

import msgspec

from control_api.language.wording.phrasing import number
from control_api.language.words.language import Language
from control_api.time.rule import Rule, parse_rule
from shared.tasks import Repeat

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_WEEKDAYS = tuple((day, 0) for day in range(5))
_WHOLE_WEEK = tuple((day, 0) for day in range(7))


def say_repeat(repeat: Repeat, language: Language) -> str:
    """When it comes again; in general terms for what nobody says."""
    rule = parse_rule(repeat.rule)
    said = (
        _from_completion(rule, language)
        if repeat.basis == "completion"
        else _how_often(rule, language)
    )
    return (said or "by its own rule") + _ending(rule, language)


def _from_completion(rule: Rule, language: Language) -> str | None:
    unit = _UNITS[rule.freq]
    if rule.names_days or rule.by_month or rule.by_week_no:
        said = _how_often(rule, language)
        return said and f"{said}, counted from when it's done"
    if rule.interval == 1:
        return f"a {unit} after it's done"
    return f"{number(rule.interval, language)} {unit}s after it's done"


def _how_often(rule: Rule, language: Language) -> str | None:
    if rule.by_week_no or rule.by_year_day or rule.by_hour:
        return None
    if rule.by_month and rule.freq != "YEARLY":
        return _in_months(rule, language)
    if not (rule.by_month or rule.by_month_day or rule.by_day or rule.by_set_pos):
        return _every(rule.interval, _UNITS[rule.freq], language)
    return _on_days(rule, language)


def _in_months(rule: Rule, language: Language) -> str | None:
    """Of only some months: those, or the others where they are fewer."""
    often = _how_often(msgspec.structs.replace(rule, by_month=()), language)
    others = [month for month in range(1, 13) if month not in rule.by_month]
    are_fewer = len(others) < len(rule.by_month)
    named = others if are_fewer else rule.by_month
    names = language.listed([language.month_names[month - 1] for month in named])
    if often is None or not names:
        return often
    return f"{often} {'except ' if are_fewer else ''}in {names}"


def _on_days(rule: Rule, language: Language) -> str | None:
    match rule.freq:
        case "WEEKLY" if not rule.by_set_pos:
            return _weekly(rule, language)
        case "MONTHLY":
            days = _days_of_month(rule, language)
            return days and f"on the {days} of {_every(rule.interval, 'month', language)}"
        case "YEARLY" if len(rule.by_month) == 1:
            return _yearly(rule, language)
        case _:
            return None


def _weekly(rule: Rule, language: Language) -> str | None:
    if rule.interval == 1 and rule.by_day in {(), _WHOLE_WEEK}:
        return "every day" if rule.by_day else "every week"
    if rule.interval == 1 and rule.by_day == _WEEKDAYS:
        return "every weekday"
    if rule.interval == 1 and len(rule.by_day) > len(_WEEKDAYS) - 1:
        left_out = (day for day in _WHOLE_WEEK if day not in rule.by_day)
        without = [language.weekday_names[day] for day, _ in left_out]
        return f"every day except {language.listed(without)}"
    days = language.listed([language.weekday_names[day] for day, _ in rule.by_day])
    if rule.interval == 1 or (rule.interval == 2 and len(rule.by_day) == 1):  # noqa: PLR2004
        return _every(rule.interval, days, language)
    every = _every(rule.interval, "week", language)
    return f"{every} on {days}" if days else every


def _days_of_month(rule: Rule, language: Language) -> str | None:
    """Say which: the first and fifteenth, the last day, the second Tuesday, the last weekday."""
    if rule.by_set_pos:
        place = _place(rule.by_set_pos[0], language)
        plain = rule.by_day == _WEEKDAYS and not rule.by_month_day and len(rule.by_set_pos) == 1
        return f"{place} weekday" if place and plain else None
    if rule.by_day and rule.by_month_day:
        return None
    if rule.by_day:
        return _numbered_weekday(rule, language)
    if len(rule.by_month_day) == 1 and rule.by_month_day[0] < 0:
        place = _place(rule.by_month_day[0], language)
        return place and f"{place} day"
    names = {day: word for word, day in language.ordinals.items()}
    named = [names.get(day) for day in rule.by_month_day]
    return language.listed([name for name in named if name]) if all(named) and named else None


def _numbered_weekday(rule: Rule, language: Language) -> str | None:
    weekdays = {day for day, _ in rule.by_day}
    places = [_place(nth, language) for _, nth in rule.by_day]
    if len(weekdays) > 1 or not all(places):
        return None
    named = language.listed([place for place in places if place])
    return f"{named} {language.weekday_names[weekdays.pop()]}"


def _place(nth: int, language: Language) -> str | None:
    """Which of several: the first, the last."""
    return next((word for word, place in language.repeats.places.items() if place == nth), None)


def _yearly(rule: Rule, language: Language) -> str | None:
    every, month = (
        _every(rule.interval, "year", language),
        language.month_names[rule.by_month[0] - 1],
    )
    if rule.by_day or rule.by_set_pos or rule.by_month_day == (-1,):
        days = _days_of_month(rule, language)
        return days and f"{every} on the {days} of {month}"
    if len(rule.by_month_day) != 1 or rule.by_month_day[0] < 0:
        return None
    return f"{every} on {month} {rule.by_month_day[0]}"


def _every(interval: int, what: str, language: Language) -> str:
    if interval == 1:
        return f"every {what}"
    if interval == 2:  # noqa: PLR2004 (as one says it)
        return f"every other {what}"
    return f"every {number(interval, language)} {what}s"


def _ending(rule: Rule, language: Language) -> str:
    if rule.count is not None:
        return f", {'once' if rule.count == 1 else f'{number(rule.count, language)} times'}"
    if rule.until is None:
        return ""
    day = date(int(rule.until[:4]), int(rule.until[4:6]), int(rule.until[6:8]))
    return f", until {language.month_names[day.month - 1]} {day.day}, {day.year}"
