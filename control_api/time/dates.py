"""The dates that a rule gives, as wall-clock times; never an endless search."""

import calendar
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

import msgspec
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from control_api.time.rule import Rule

_FREQUENCY: dict[str, Literal[0, 1, 2, 3]] = {
    "DAILY": DAILY,
    "WEEKLY": WEEKLY,
    "MONTHLY": MONTHLY,
    "YEARLY": YEARLY,
}
_EVERY_MONTH = tuple(range(1, 13))
_CYCLE_YEARS = 400
"""After so many years the calendar comes again, weekdays included."""
_LAST_YEAR, _LEAST_YEARS = 9999, 60
"""For so many years at least a search for one date goes on."""
_LAST_SHORT_DAY = 28
"""Every month has it."""


def dates_after(
    rule: Rule, begun: datetime, *, clamp: bool, including: bool = False
) -> Iterator[datetime]:
    """The dates of the rule after `begun`, from whose period and time of day it counts.

    All times are naive. `including`: `begun` itself, too, if it is one. `clamp`: in a month without
    the day, its last day. Says nothing of how often and until when. Ends after the year 9999, or
    when there is none for centuries.
    """
    rule = by_month(rule)
    if including and next(_search(rule, begun, clamp=clamp), None) == begun:
        yield begun
    last, found = begun, True
    while found:
        found = False
        for moment in _search(rule, last, clamp=clamp):
            if moment > last:
                found, last = True, moment
                yield moment


def _search(rule: Rule, begun: datetime, *, clamp: bool) -> Iterator[datetime]:
    """The dates from `begun` on, for some centuries at most.

    The search is made in the last centuries of the calendar, where it ends by itself: dateutil
    looks no sooner at a limit than when it has found something.
    """
    later = max((_LAST_YEAR - _LEAST_YEARS - begun.year) // _CYCLE_YEARS, 0) * _CYCLE_YEARS
    start = begun.replace(year=begun.year + later)
    dates = (_clamped if clamp and may_clamp(rule) else _expanded)(rule, start)
    while True:
        try:
            moment = next(dates)
        except (StopIteration, OverflowError, ValueError):  # the calendar's end
            return
        if moment >= start:
            yield moment.replace(year=moment.year - later)


def _expanded(rule: Rule, after: datetime) -> Iterator[datetime]:
    start = _period_start(rule, after)
    return iter(
        rrule(
            _FREQUENCY[rule.freq],
            dtstart=start,
            interval=rule.interval,
            wkst=rule.week_start,
            bymonth=rule.by_month or None,
            byweekno=rule.by_week_no or None,
            byyearday=rule.by_year_day or None,
            bymonthday=rule.by_month_day or None,
            byweekday=[weekday(day, nth or None) for day, nth in rule.by_day] or None,
            byhour=rule.by_hour or after.hour,
            byminute=rule.by_minute or after.minute,
            bysecond=after.second,
            bysetpos=rule.by_set_pos or None,
        )
    )


def _clamped(rule: Rule, after: datetime) -> Iterator[datetime]:
    clocks = [
        time(hour, minute, after.second)
        for hour in rule.by_hour or (after.hour,)
        for minute in rule.by_minute or (after.minute,)
    ]
    for year, month in _months(rule, after):
        last = calendar.monthrange(year, month)[1]
        wanted = {min(day, last) if day > 0 else last + 1 + day for day in rule.by_month_day}
        for day in sorted(day for day in wanted if day > 0):
            for clock in sorted(clocks):
                yield datetime.combine(date(year, month, day), clock)


def _months(rule: Rule, after: datetime) -> Iterator[tuple[int, int]]:
    year, month = after.year, after.month
    if rule.freq == "YEARLY":
        for each in range(year, _LAST_YEAR + 1, rule.interval):
            yield from ((each, month) for month in rule.by_month or _EVERY_MONTH)
        return
    for count in range(year * 12 + month - 1, (_LAST_YEAR + 1) * 12, rule.interval):
        if not rule.by_month or count % 12 + 1 in rule.by_month:
            yield count // 12, count % 12 + 1


def may_clamp(rule: Rule) -> bool:
    """Whether the rule has a day of the month that some months lack."""
    others = rule.by_day or rule.by_set_pos or rule.by_week_no or rule.by_year_day
    by_day_of_month = rule.freq in {"MONTHLY", "YEARLY"} and not others
    return by_day_of_month and any(day > _LAST_SHORT_DAY for day in rule.by_month_day)


def by_month(rule: Rule) -> Rule:
    """The same dates, month by month where a search day by day would take long."""
    if rule.freq != "DAILY" or rule.interval > 1 or not (rule.by_month_day or rule.by_month):
        return rule
    return msgspec.structs.replace(
        rule, freq="MONTHLY", by_month_day=rule.by_month_day or tuple(range(1, 32))
    )


def _period_start(rule: Rule, after: datetime) -> datetime:
    """The beginning of the week, month or year, so that the places in it are counted from there."""
    match rule.freq:
        case "WEEKLY":
            return after - timedelta(days=(after.weekday() - rule.week_start) % 7)
        case "MONTHLY":
            return after.replace(day=1)
        case "YEARLY":
            return after.replace(month=1, day=1)
        case _:
            return after
