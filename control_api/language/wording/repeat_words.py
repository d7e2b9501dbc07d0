"""How a repeat is said: "every other Tuesday", "on the first of every month"."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from control_api.language.wording.phrasing import number
from control_api.language.words.language import Language
from control_api.time.rule import Rule, parse_rule
from shared.tasks import Repeat

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_WEEKDAYS = tuple((day, 0) for day in range(5))
_WHOLE_WEEK = tuple((day, 0) for day in range(7))
_PLACES = frozenset({1, 2, 3, 4, 5, -1, -2, -3})
"""Of several days, what anybody says: the first, the last but two."""
_EVERY_OTHER = 2


def say_repeat(repeat: Repeat, language: Language) -> str:
    """When it comes again; in general terms for what nobody says."""
    rule = parse_rule(repeat.rule)
    said = (
        _from_completion(rule, language)
        if repeat.basis == "completion"
        else _how_often(rule, language)
    )
    return _with_end(said or language.say("repeat-own-rule"), rule, language)


def _from_completion(rule: Rule, language: Language) -> str | None:
    if rule.names_days or rule.by_month or rule.by_week_no:
        often = _how_often(rule, language)
        return often and language.say("repeat-counted-when-done", often=often)
    return language.say(f"repeat-after-done-{_UNITS[rule.freq]}", **_interval(rule, language))


def _how_often(rule: Rule, language: Language) -> str | None:
    if rule.by_week_no or rule.by_year_day or rule.by_hour:
        return None
    if rule.by_month and rule.freq != "YEARLY":
        return _in_months(rule, language)
    if not (rule.by_month or rule.by_month_day or rule.by_day or rule.by_set_pos):
        return _every(rule, _UNITS[rule.freq], language)
    return _on_days(rule, language)


def _in_months(rule: Rule, language: Language) -> str | None:
    """Of only some months: those, or the others where they are fewer."""
    often = _how_often(msgspec.structs.replace(rule, by_month=()), language)
    others = [month for month in range(1, 13) if month not in rule.by_month]
    are_fewer = len(others) < len(rule.by_month)
    named = others if are_fewer else rule.by_month
    months = language.listed([language.month_names[month - 1] for month in named])
    if often is None or not months:
        return often
    said = "repeat-except-months" if are_fewer else "repeat-in-months"
    return language.say(said, often=often, months=months)


def _on_days(rule: Rule, language: Language) -> str | None:
    match rule.freq:
        case "WEEKLY" if not rule.by_set_pos:
            return _weekly(rule, language)
        case "MONTHLY":
            days = _days_of_month(rule, language)
            every = _interval(rule, language)
            return days and language.say("repeat-monthly-on", days=days, **every)
        case "YEARLY" if len(rule.by_month) == 1:
            return _yearly(rule, language)
        case _:
            return None


def _weekly(rule: Rule, language: Language) -> str:
    if not rule.by_day:
        return _every(rule, "week", language)
    if rule.interval == 1 and rule.by_day == _WHOLE_WEEK:
        return _every(rule, "day", language)
    if rule.interval == 1 and rule.by_day == _WEEKDAYS:
        return language.say("repeat-workdays")
    if rule.interval == 1 and len(rule.by_day) > len(_WEEKDAYS) - 1:
        left_out = [day for day in _WHOLE_WEEK if day not in rule.by_day]
        return language.say("repeat-all-but-weekdays", weekdays=_weekdays(left_out, language))
    is_short = rule.interval == 1 or (rule.interval == _EVERY_OTHER and len(rule.by_day) == 1)
    return language.say(
        "repeat-weekdays" if is_short else "repeat-weeks-on",
        weekdays=_weekdays(rule.by_day, language),
        **_interval(rule, language),
    )


def _weekdays(days: Iterable[tuple[int, int]], language: Language) -> str:
    return language.listed([language.weekday_names[day] for day, _ in days])


def _days_of_month(rule: Rule, language: Language) -> str | None:
    """Say which: the first and fifteenth, the last day, the second Tuesday, the last weekday."""
    if rule.by_set_pos:
        place = _places(rule.by_set_pos, language)
        plain = rule.by_day == _WEEKDAYS and not rule.by_month_day and len(rule.by_set_pos) == 1
        return language.say("repeat-place-workday", place=place) if place and plain else None
    if rule.by_day and rule.by_month_day:
        return None
    if rule.by_day:
        return _numbered_weekday(rule, language)
    if len(rule.by_month_day) == 1 and rule.by_month_day[0] < 0:
        place = _places(rule.by_month_day, language)
        return place and language.say("repeat-place-day", place=place)
    if not rule.by_month_day or any(day < 0 for day in rule.by_month_day):
        return None
    return language.listed([language.say("repeat-day-of-month", day=d) for d in rule.by_month_day])


def _numbered_weekday(rule: Rule, language: Language) -> str | None:
    weekdays = {day for day, _ in rule.by_day}
    place = _places([nth for _, nth in rule.by_day], language)
    if len(weekdays) > 1 or not place:
        return None
    weekday = language.weekday_names[weekdays.pop()]
    return language.say("repeat-place-weekday", place=place, weekday=weekday)


def _places(places: Sequence[int], language: Language) -> str | None:
    """Which of several: the first, the first and last."""
    if not _PLACES.issuperset(places):
        return None
    return language.listed([language.say("repeat-place", nth=nth) for nth in places])


def _yearly(rule: Rule, language: Language) -> str | None:
    month, every = language.month_names[rule.by_month[0] - 1], _interval(rule, language)
    if rule.by_day or rule.by_set_pos or rule.by_month_day == (-1,):
        days = _days_of_month(rule, language)
        return days and language.say("repeat-yearly-on", days=days, month=month, **every)
    if len(rule.by_month_day) != 1 or rule.by_month_day[0] < 0:
        return None
    return language.say("repeat-yearly-date", month=month, day=rule.by_month_day[0], **every)


def _every(rule: Rule, unit: str, language: Language) -> str:
    return language.say(f"repeat-every-{unit}", **_interval(rule, language))


def _interval(rule: Rule, language: Language) -> dict[str, str | int]:
    return {"interval": rule.interval, "number": number(rule.interval, language)}


def _with_end(often: str, rule: Rule, language: Language) -> str:
    if rule.count is not None:
        times = number(rule.count, language)
        return language.say("repeat-times", often=often, count=rule.count, number=times)
    if rule.until is None:
        return often
    day = date(int(rule.until[:4]), int(rule.until[4:6]), int(rule.until[6:8]))
    month = language.month_names[day.month - 1]
    # The year as text: a number of four digits would get a comma.
    return language.say("repeat-until", often=often, month=month, day=day.day, year=str(day.year))
