"""Dates and times as people say them: "tomorrow at 3 PM", "Friday, December 4"."""

import calendar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.language.words.language import Language
from control_api.time.due_times import local_due

_WEEK = 7
_SAME_YEAR_DAYS = 300
_NOON = 12
_NAMED_HOURS = {0: "midnight", 12: "noon"}
_RELATIVE = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def say_due(
    due: str, time_zone: str | None, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    """Day and time: "tomorrow at 3 PM"."""
    moment = local_due(due, time_zone, zone)
    if isinstance(moment, datetime):
        return f"{say_day(moment.date(), now.date(), language)} at {say_clock(moment)}"
    return say_day(moment, now.date(), language)


def say_day(day: date, today: date, language: Language) -> str:
    """The day, as seen from `today`."""
    ahead = (day - today).days
    if ahead in _RELATIVE:
        return _RELATIVE[ahead]
    weekday = language.weekday_names[day.weekday()]
    if 0 < ahead < _WEEK:
        return weekday
    if -_WEEK < ahead < 0:
        return f"last {weekday}"
    spoken = f"{weekday}, {language.month_names[day.month - 1]} {day.day}"
    near = day.year == today.year or abs(ahead) <= _SAME_YEAR_DAYS
    return spoken if near else f"{spoken}, {day.year}"


def say_clock(moment: datetime) -> str:
    """The time of day on a twelve-hour clock: "3 PM", "3:30 PM", "noon"."""
    if moment.minute == 0 and moment.hour in _NAMED_HOURS:
        return _NAMED_HOURS[moment.hour]
    half = "AM" if moment.hour < _NOON else "PM"
    hour = moment.hour % _NOON or _NOON
    return f"{hour}:{moment.minute:02} {half}" if moment.minute else f"{hour} {half}"


def on_day(words: str) -> str:
    """With the preposition that the day takes: "on Friday", "tomorrow"."""
    return words if words.startswith((*_RELATIVE.values(), "last ")) else f"on {words}"


def say_days(first: date | None, last: date | None, today: date, language: Language) -> str:
    """A stretch of days, with its preposition: "this week", "on Friday", "by tomorrow"."""
    if first is None:
        return f"by {say_day(last, today, language)}" if last else ""
    if last is None:
        return f"from {say_day(first, today, language)} on"
    if first == last:
        return on_day(say_day(first, today, language))
    return _named_stretch(first, last, today, language) or (
        f"from {say_day(first, today, language)} to {say_day(last, today, language)}"
    )


def _named_stretch(first: date, last: date, today: date, language: Language) -> str | None:
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=_WEEK - 1)
    a_week = timedelta(days=_WEEK)
    weeks = {monday - a_week: "last week", monday: "this week", monday + a_week: "next week"}
    if last == first + timedelta(days=_WEEK - 1):
        return weeks.get(first)
    if last == sunday and first == sunday - timedelta(days=1):
        return "this weekend"
    days_in_month = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=days_in_month):
        name = language.month_names[first.month - 1]
        return "this month" if first == today.replace(day=1) else f"in {name}"
    return None
