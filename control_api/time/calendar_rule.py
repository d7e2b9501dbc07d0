"""A repeat's rule as calendars read it, that know RFC 5545 and nothing of what Saydo adds to it."""

import calendar
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.time.dates import by_month, may_clamp
from control_api.time.due_times import instant, is_all_day, on_the_clock, wall
from control_api.time.rule import Rule, parse_rule, rule_text, with_days_of
from shared.tasks import Repeat

_COMMON_YEAR = 2027
_LONGEST_MONTH, _SHORTEST_MONTH = 31, 28
_DAY = len("20261231")


def calendar_rule(repeat: Repeat, due: str, time_zone: str | None) -> str:
    """The rule that gives others, from the due date on, the dates that Saydo gives.

    It ends in the due date's kind of time: a day, a floating time, or an instant beside a zone. A
    day that short months lack is written so that their last day is one, but for what no rule can
    say: the 29th or 30th together with a day counted from the end, or in several months of every
    so many years. Raises `InvalidInputError` for a rule that can't be read.
    """
    rule = parse_rule(repeat.rule)
    if repeat.basis == "due":
        nominal = wall(repeat.moved_from or due)
        rule = with_days_of(rule, nominal)
        if not is_all_day(due) and nominal.time() != wall(clock_due(due, time_zone)).time():
            rule = _with_clock_of(rule, nominal)
    if repeat.month_end == "clamp" and may_clamp(by_month(rule)):
        rule = _with_month_ends(by_month(rule))
    return rule_text(msgspec.structs.replace(rule, until=_until(rule, due, time_zone)))


def clock_due(due: str, time_zone: str | None) -> str:
    """The due date with a time that there is, where the clocks of its zone jump over it."""
    if time_zone is None or is_all_day(due):
        return due
    return on_the_clock(wall(due), ZoneInfo(time_zone)).isoformat(timespec="seconds")


def _with_clock_of(rule: Rule, nominal: datetime) -> Rule:
    """The rule with its own time of day, since this one time has another."""
    return msgspec.structs.replace(
        rule,
        by_hour=rule.by_hour or (nominal.hour,),
        by_minute=rule.by_minute or (nominal.minute,),
    )


def _until(rule: Rule, due: str, time_zone: str | None) -> str | None:
    if rule.until is None:
        return None
    if is_all_day(due):
        return rule.until[:_DAY]
    until = rule.until if len(rule.until) > _DAY else f"{rule.until}T235959"
    if time_zone is None:
        return until.removesuffix("Z")
    if until.endswith("Z"):
        return until
    last = instant(datetime.fromisoformat(until), ZoneInfo(time_zone)).replace(tzinfo=None)
    return last.isoformat(timespec="seconds").replace("-", "").replace(":", "") + "Z"


def _with_month_ends(rule: Rule) -> Rule:
    days, longest = rule.by_month_day, max(rule.by_month_day)
    months = rule.by_month or range(1, 13)
    if all(calendar.monthrange(_COMMON_YEAR, month)[1] >= longest for month in months):
        return rule
    if longest == _LONGEST_MONTH:
        from_the_end = {-1 if day == longest else day for day in days}
        return msgspec.structs.replace(
            rule, by_month_day=tuple(sorted(from_the_end, key=lambda day: (day < 0, day)))
        )
    if min(days) < 0 or (rule.freq == "YEARLY" and rule.interval > 1 and len(months) > 1):
        return rule
    filled = tuple(sorted({*days, *range(_SHORTEST_MONTH, longest + 1)}))
    if filled == days:
        return rule
    # Of the days that may stand for it, the last one that the month has; the others as they are.
    a_day = max(len(rule.by_hour), 1) * max(len(rule.by_minute), 1)
    places = [
        place * a_day + number
        for place, day in enumerate(filled)
        if day in days and day != longest
        for number in range(1, a_day + 1)
    ]
    return msgspec.structs.replace(
        rule,
        freq="MONTHLY" if len(months) > 1 else rule.freq,
        by_month_day=filled,
        by_set_pos=(*places, *range(-a_day, 0)),
    )
