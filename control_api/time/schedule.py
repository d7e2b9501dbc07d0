"""When a task that repeats comes next, and which of its times have passed."""

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from control_api.time.dates import dates_after
from control_api.time.due_times import (
    as_due,
    instant,
    is_all_day,
    is_on_the_calendar,
    local,
    on_the_clock,
    wall,
)
from control_api.time.rule import (
    Rule,
    parse_rule,
    refused,
    rule_text,
    with_days_of,
    without_days_of,
)
from control_api.time.written import clean_time
from shared.tasks import Repeat

NAMED_AHEAD = 5
"""Dates that a person is shown when a task is made to repeat."""
_LONGEST_DATE = len("20261231")


class Turn(msgspec.Struct, frozen=True):
    """One time that a task comes: what it is due then, and the repeat as it is from then on."""

    due: str
    repeat: Repeat

    @property
    def nominal(self) -> str:
        """The date by the rule, also where the clocks have no such time."""
        return self.repeat.moved_from or self.due


def clean_repeat(repeat: Repeat, due: str, time_zone: str | None) -> Turn:
    """The repeat in its one spelling, and the first date that fits it, from the due date on.

    Raises `InvalidInputError` for a rule that can't be read or has no date.
    """
    cleaned = in_one_spelling(repeat, due)
    rule = parse_rule(cleaned.rule)
    nominal = wall(cleaned.moved_from or due)
    first = next(_first_dates(cleaned, rule, nominal), None)
    if first is None or _is_over(rule, first, time_zone, all_day=is_all_day(due)):
        raise refused("This rule has no date from the due date on. Choose another one.")
    if repeat.basis == "completion" or cleaned.moved_from is not None:
        return Turn(due, cleaned)
    return _turn(first, _shown(first, due, time_zone), cleaned, due)


def in_one_spelling(repeat: Repeat, due: str) -> Repeat:
    """The repeat with the days that it has from the due date, whether or not there are more.

    Raises `InvalidInputError` for a rule that can't be read.
    """
    rule = parse_rule(repeat.rule)
    if is_all_day(due) and (rule.by_hour or rule.by_minute):
        raise refused("The rule has a time of day; give the task's due date one, too.")
    nominal = wall(due)
    if repeat.moved_from is not None:
        moved_from, _ = clean_time(repeat.moved_from, None, "repeat")
        same_kind = moved_from is not None and is_all_day(moved_from) == is_all_day(due)
        repeat = msgspec.structs.replace(repeat, moved_from=moved_from if same_kind else None)
        nominal = wall(repeat.moved_from or due)
    if repeat.basis == "due":
        rule = with_days_of(rule, nominal)
    return msgspec.structs.replace(repeat, rule=rule_text(rule))


def plain_repeat(repeat: Repeat, due: str) -> Repeat:
    """The repeat as programs write it that take the day from the due date."""
    nominal = wall(repeat.moved_from or due)
    rule = rule_text(without_days_of(parse_rule(repeat.rule), nominal))
    return msgspec.structs.replace(repeat, rule=rule)


def moved_by_hand(repeat: Repeat, before: str, after: str) -> Repeat:
    """The repeat of a task of which one time was moved; the times after it stay where they were.

    When the kind of time changes, it changes for good.
    """
    nominal = wall(repeat.moved_from or before)
    if is_all_day(before) != is_all_day(after):
        nominal = datetime.combine(nominal.date(), wall(after).time())
    said = as_due(nominal, all_day=is_all_day(after))
    return msgspec.structs.replace(repeat, moved_from=None if said == after else said)


def next_due(
    repeat: Repeat, due: str, time_zone: str | None, *, done_at: datetime, zone: ZoneInfo
) -> str | None:
    """When a task comes next that was done at `done_at`; None when its rule is over.

    `done_at` is aware; `zone` is the person's, for times without one.
    """
    turn = next_turn(repeat, due, time_zone, done_at=done_at, zone=zone)
    return None if turn is None else turn.due


def next_turn(
    repeat: Repeat, due: str, time_zone: str | None, *, done_at: datetime, zone: ZoneInfo
) -> Turn | None:
    """The same as `next_due`, with the repeat as it is from then on."""
    if repeat.basis == "completion":
        done = local(done_at, _zone(time_zone, zone))
        begun = datetime.combine(done.date(), wall(repeat.moved_from or due).time())
    else:
        begun = wall(repeat.moved_from or due)
    return next(_turns(repeat, begun, due, time_zone), None)


def upcoming(
    repeat: Repeat, due: str, time_zone: str | None = None, n: int = NAMED_AHEAD
) -> list[str]:
    """The next `n` dates, the due date first; if each is kept, when completion counts."""
    begun = wall(repeat.moved_from or due)
    if repeat.basis == "completion":
        begun = datetime.combine(wall(due).date(), begun.time())
    turns = itertools.islice(_turns(repeat, begun, due, time_zone), n - 1)
    return [due, *(turn.due for turn in turns)]


def passed(
    repeat: Repeat,
    due: str,
    time_zone: str | None,
    *,
    now: datetime,
    zone: ZoneInfo,
    lead: timedelta,
) -> tuple[list[str], Turn]:
    """The dates that have passed undone, oldest first, and the time that it is the turn of now.

    A time has passed when it was over and the next one has begun: at its due time, or `lead`
    before, but no earlier than half-way. What counts from completion never passes.
    """
    turn = Turn(due, repeat)
    if repeat.basis == "completion":
        return [], turn
    at_home = _zone(time_zone, zone)
    gone = []
    for following in _turns(repeat, wall(repeat.moved_from or due), due, time_zone):
        if now < _begins(
            wall(turn.due), wall(following.due), at_home, lead, all_day=is_all_day(due)
        ):
            break
        gone.append(turn.nominal)
        turn = following
    return gone, turn


@lru_cache(maxsize=10_000)
def passes_at(
    repeat: Repeat, due: str, time_zone: str | None, *, zone: ZoneInfo, lead: timedelta
) -> datetime | None:
    """When the date that is due will have passed undone; None when it never will. See `passed`."""
    if repeat.basis == "completion":
        return None
    following = next(_turns(repeat, wall(repeat.moved_from or due), due, time_zone), None)
    if following is None:
        return None
    at_home = _zone(time_zone, zone)
    return _begins(wall(due), wall(following.due), at_home, lead, all_day=is_all_day(due))


def _begins(
    current: datetime, following: datetime, zone: ZoneInfo, lead: timedelta, *, all_day: bool
) -> datetime:
    over = instant(current + timedelta(days=1) if all_day else current, zone)
    next_one = instant(following, zone)
    return max(over, next_one - min(lead, (next_one - instant(current, zone)) / 2))


def _turns(repeat: Repeat, begun: datetime, due: str, time_zone: str | None) -> Iterator[Turn]:
    """The times after the one that is due, each with the repeat as it is from then on."""
    rule = parse_rule(repeat.rule)
    left = rule.count
    for moment, shown in _dates(repeat, begun, due, time_zone):
        if left is not None:
            left -= 1
            if left < 1:
                return
        said = rule_text(msgspec.structs.replace(rule, count=left))
        yield _turn(moment, shown, msgspec.structs.replace(repeat, rule=said), due)


def _turn(moment: datetime, shown: datetime, repeat: Repeat, due: str) -> Turn:
    """The time by the rule and as the clocks show it, which jump over some times of day."""
    all_day = is_all_day(due)
    moved_from = None if shown == moment else as_due(moment, all_day=all_day)
    return Turn(
        as_due(shown, all_day=all_day), msgspec.structs.replace(repeat, moved_from=moved_from)
    )


def _shown(moment: datetime, due: str, time_zone: str | None) -> datetime:
    # A floating time is shown as it is: where the person will be then, nobody knows.
    if time_zone is None or is_all_day(due):
        return moment
    return on_the_clock(moment, ZoneInfo(time_zone))


def _dates(
    repeat: Repeat, begun: datetime, due: str, time_zone: str | None
) -> Iterator[tuple[datetime, datetime]]:
    """The rule's dates after `begun`, and after a due date moved beyond some of them.

    Each with what the clocks show then. Times that come to the same, or the other way round, when
    the clocks jump are one.
    """
    rule = parse_rule(repeat.rule)
    # Counted from the day it was done, a rule takes its days from that day.
    rule = with_days_of(rule, begun)
    latest = wall(due) if repeat.basis == "due" and repeat.moved_from is not None else begun
    clamp = repeat.month_end == "clamp"
    for moment in dates_after(rule, begun, clamp=clamp):
        if _is_over(rule, moment, time_zone, all_day=is_all_day(due)):
            return
        if time_zone is not None and not is_on_the_calendar(moment, ZoneInfo(time_zone)):
            continue
        shown = _shown(moment, due, time_zone)
        if shown > latest:
            latest = shown
            yield moment, shown


def _is_over(rule: Rule, moment: datetime, time_zone: str | None, *, all_day: bool) -> bool:
    if rule.until is None:
        return False
    last = datetime.fromisoformat(rule.until.removesuffix("Z"))
    if all_day or len(rule.until) == _LONGEST_DATE:
        return moment.date() > last.date()
    if rule.until.endswith("Z") and time_zone is not None:
        return instant(moment, ZoneInfo(time_zone)) > instant(last, ZoneInfo("UTC"))
    return moment > last


def _first_dates(repeat: Repeat, rule: Rule, begun: datetime) -> Iterator[datetime]:
    """The dates from `begun` on: "every other Monday" begins with the first Monday to come."""
    nearest = msgspec.structs.replace(with_days_of(rule, begun), interval=1)
    every_so_many_days = rule.freq == "DAILY" and rule.interval > 1
    clamp = repeat.month_end == "clamp" and not every_so_many_days
    return dates_after(nearest, begun, clamp=clamp, including=True)


def _zone(time_zone: str | None, zone: ZoneInfo) -> ZoneInfo:
    return zone if time_zone is None else ZoneInfo(time_zone)
