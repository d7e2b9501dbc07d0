"""Dates and times as people say them: "tomorrow at 3 PM", "Friday, December 4".

What is said comes in two shapes, since the word before it is each language's own: plain, as a name
that stands alone, and with the preposition that it takes: "Friday" and "on Friday".
"""

import calendar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.language.words.language import Language
from control_api.time.due_times import local_due

_WEEK = 7
_SAME_YEAR_DAYS = 300
_NOON = 12
_RELATIVE = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def say_due(
    due: str, time_zone: str | None, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    """Day and time: "tomorrow at 3 PM", "Friday"."""
    moment = local_due(due, time_zone, zone)
    if isinstance(moment, datetime):
        return say_moment(moment, now.date(), language)
    return say_day(moment, now.date(), language)


def on_due(
    due: str, time_zone: str | None, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    """The same with its preposition: "tomorrow at 3 PM", "on Friday"."""
    moment = local_due(due, time_zone, zone)
    if isinstance(moment, datetime):
        return on_moment(moment, now.date(), language)
    return on_day(moment, now.date(), language)


def say_moment(moment: datetime, today: date, language: Language) -> str:
    """A day and a time of it, as seen from `today`: "Friday at 3 PM"."""
    day, clock = say_day(moment.date(), today, language), at_clock(moment, language)
    return language.say("moment", day=day, at_clock=clock)


def on_moment(moment: datetime, today: date, language: Language) -> str:
    """The same with its preposition: "on Friday at 3 PM"."""
    on, clock = on_day(moment.date(), today, language), at_clock(moment, language)
    return language.say("on-moment", on_day=on, at_clock=clock)


def say_day(day: date, today: date, language: Language) -> str:
    """The day, as seen from `today`: "tomorrow", "Friday"."""
    distance, values = _day(day, today, language)
    return language.say(f"day-{distance}", **values)


def on_day(day: date, today: date, language: Language) -> str:
    """The same with the preposition that the day takes: "tomorrow", "on Friday"."""
    distance, values = _day(day, today, language)
    return language.say(f"on-day-{distance}", **values)


def for_day(day: date, today: date, language: Language) -> str:
    """The same after what there is then: "tasks for tomorrow", "tasks for Friday"."""
    distance, values = _day(day, today, language)
    return language.say(f"for-day-{distance}", **values)


def say_clock(moment: datetime, language: Language) -> str:
    """The time of day: "3 PM", "3:30 PM", "noon"."""
    return language.say("clock", **_clock(moment))


def at_clock(moment: datetime, language: Language) -> str:
    """The same with its preposition: "at 3 PM"."""
    return language.say("at-clock", **_clock(moment))


def say_days(first: date | None, last: date | None, today: date, language: Language) -> str:
    """A stretch of days, with its preposition: "this week", "on Friday", "by tomorrow"."""
    begin = "" if first is None else say_day(first, today, language)
    end = "" if last is None else say_day(last, today, language)
    if first is None:
        return language.say("by-day", day=end) if last else ""
    if last is None:
        return language.say("from-day-on", day=begin)
    if first == last:
        return on_day(first, today, language)
    return _named_stretch(first, last, today, language) or (
        language.say("from-day-to-day", first=begin, last=end)
    )


def _day(day: date, today: date, language: Language) -> tuple[str, dict[str, str | int]]:
    """How far off it is, as the messages are named, and what they take to say it."""
    ahead = (day - today).days
    if ahead in _RELATIVE:
        return _RELATIVE[ahead], {}
    weekday = language.weekday_names[day.weekday()]
    if abs(ahead) < _WEEK:
        return "soon" if ahead > 0 else "last", {"weekday": weekday}
    month = language.month_names[day.month - 1]
    date_in_year: dict[str, str | int] = {"weekday": weekday, "month": month, "day": day.day}
    if day.year == today.year or abs(ahead) <= _SAME_YEAR_DAYS:
        return "date", date_in_year
    # As text: a year takes no mark between its thousands.
    return "date-and-year", date_in_year | {"year": str(day.year)}


def _clock(moment: datetime) -> dict[str, str | int]:
    return {
        "hour": moment.hour,
        "hour12": moment.hour % _NOON or _NOON,
        "half": "am" if moment.hour < _NOON else "pm",
        "minute": moment.minute,
        "minutes": f"{moment.minute:02}",
    }


def _named_stretch(first: date, last: date, today: date, language: Language) -> str | None:
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=_WEEK - 1)
    a_week = timedelta(days=_WEEK)
    weeks = {monday - a_week: "week-last", monday: "week-this", monday + a_week: "week-next"}
    if last == first + timedelta(days=_WEEK - 1):
        return language.say(weeks[first]) if first in weeks else None
    if last == sunday and first == sunday - timedelta(days=1):
        return language.say("weekend-this")
    days_in_month = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=days_in_month):
        if first == today.replace(day=1):
            return language.say("month-this")
        return language.say("month-named", month=language.month_names[first.month - 1])
    return None
