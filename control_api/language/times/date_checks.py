"""Dates that don't exist, or not on the day that was said."""

import calendar
from datetime import date, datetime, timedelta

from control_api.language.words.language import Language

_LAST_HOUR, _LAST_MINUTE = 24, 59


class NoSuchDateError(ValueError):
    """A date or time was said that does not exist; the message asks for another one."""


def check_clocks(text: str, language: Language) -> None:
    """Raise NoSuchDateError for 25:00 and the like."""
    for found in language.calendar.clock.finditer(text):
        if int(found["hour"]) > _LAST_HOUR or int(found["minute"]) > _LAST_MINUTE:
            clock = f"{found['hour']}:{found['minute']}"
            raise NoSuchDateError(language.say("no-such-clock", clock=clock))
    for found in language.calendar.high_hour.finditer(text):
        if int(found["hour"]) > _LAST_HOUR:
            raise NoSuchDateError(language.say("no-such-hour", hour=found["hour"]))


def no_such_date(day: int, month: int, year: int | None, language: Language) -> str:
    """What to ask about a date that does not exist."""
    if not 1 <= month <= 12:  # noqa: PLR2004 (months)
        return language.say("no-such-month", month=month)
    name = language.month_names[month - 1]
    if year:
        return language.say("no-such-day-in-year", month=name, day=day, year=str(year))
    return language.say("no-such-day", month=name, day=day)


def is_on_weekday(day: date, weekday: str, language: Language) -> bool:
    """Whether a date is on a weekday that was said, be it shortened."""
    return weekday[:2].lower() == language.weekday_names[day.weekday()][:2].lower()


def not_that_weekday(day: date, weekday: str, language: Language) -> str | None:
    """What to ask when a date was said with a weekday that it is not on."""
    if is_on_weekday(day, weekday, language):
        return None
    return language.say(
        "not-that-weekday",
        month=language.month_names[day.month - 1],
        day=day.day,
        weekday=language.weekday_names[day.weekday()],
    )


def wrong_weekday(said: str, value: datetime, now: datetime, language: Language) -> str | None:
    """What to ask when a weekday and a date were said that don't go together: "Friday the 13th"."""
    named = language.calendar.named_day.search(said)
    numbered = language.calendar.numbered_day.search(said)
    if not named or not numbered or language.calendar.exact.search(said):
        return None
    month = language.calendar.month.search(said)
    near = timedelta(days=366 if month else 45)
    if value - now <= near:
        return None
    day = now.date()
    while day.day != value.day or (month and day.month != value.month):
        day += timedelta(days=1)
    return not_that_weekday(day, named[0], language)


def last_of_month(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
