"""The rule that calendars get: read by dateutil, it gives the dates that Saydo gives."""

import itertools
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from dateutil.rrule import rrule, rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from control_api.time.calendar_rule import calendar_rule, clock_due
from control_api.time.due_times import wall
from control_api.time.rule import parse_rule, rule_text
from control_api.time.schedule import clean_repeat, upcoming
from shared.problems import InvalidInputError
from shared.tasks import Repeat
from tests.control_api.time.test_rule import rules

ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC"]


def expanded(repeat: Repeat, due: str, zone: str | None = None, count: int = 4) -> list[str]:
    """What another reader makes of it: the days."""
    start = wall(due)
    if zone is not None:
        start = start.replace(tzinfo=ZoneInfo(zone))
    found = rrulestr(calendar_rule(repeat, due, zone), dtstart=start)
    assert isinstance(found, rrule)
    return [moment.date().isoformat() for moment in itertools.islice(found, count)]


@pytest.mark.parametrize(
    ("rule", "due", "zone", "until"),
    [
        ("FREQ=DAILY;UNTIL=20261225", "2026-11-23", None, "20261225"),
        ("FREQ=DAILY;UNTIL=20261225T090000", "2026-11-23", None, "20261225"),
        ("FREQ=DAILY;UNTIL=20261225T090000Z", "2026-11-23", None, "20261225"),
        ("FREQ=DAILY;UNTIL=20261225", "2026-11-23T09:00:00", None, "20261225T235959"),
        ("FREQ=DAILY;UNTIL=20261225T090000", "2026-11-23T09:00:00", None, "20261225T090000"),
        ("FREQ=DAILY;UNTIL=20261225T090000Z", "2026-11-23T09:00:00", None, "20261225T090000"),
        ("FREQ=DAILY;UNTIL=20261225", "2026-11-23T09:00:00", "Europe/Berlin", "20261225T225959Z"),
        ("FREQ=DAILY;UNTIL=20260725", "2026-07-20T09:00:00", "Europe/Berlin", "20260725T215959Z"),
        (
            "FREQ=DAILY;UNTIL=20261221",
            "2026-11-23T23:00:00",
            "America/New_York",
            "20261222T045959Z",
        ),
        (
            "FREQ=DAILY;UNTIL=20261221T120000",
            "2026-11-23T09:00:00",
            "America/New_York",
            "20261221T170000Z",
        ),
        (
            "FREQ=DAILY;UNTIL=20261221T120000Z",
            "2026-11-23T09:00:00",
            "America/New_York",
            "20261221T120000Z",
        ),
        ("FREQ=DAILY;UNTIL=20261225", "2026-11-23T09:00:00", "UTC", "20261225T235959Z"),
    ],
)
def test_a_rule_ends_in_the_kind_of_time_that_it_begins_in(
    rule: str, due: str, zone: str | None, until: str
) -> None:
    assert calendar_rule(Repeat(rule=rule), due, zone) == f"FREQ=DAILY;UNTIL={until}"


@pytest.mark.parametrize(
    ("rule", "due", "written", "days"),
    [
        (
            "FREQ=MONTHLY",
            "2027-01-31",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"],
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=30",
            "2027-01-30",
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            ["2027-01-30", "2027-02-28", "2027-03-30", "2027-04-30"],
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=29",
            "2028-01-29",
            "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1",
            ["2028-01-29", "2028-02-29", "2028-03-29", "2028-04-29"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
            "2026-12-31",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
            ["2026-12-31", "2027-02-28", "2027-04-30", "2027-06-30"],
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30",
            "2027-01-30",
            "FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1",
            ["2027-01-30", "2027-02-15", "2027-02-28", "2027-03-15"],
        ),
        (
            "FREQ=YEARLY",
            "2028-02-29",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
            ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28"],
        ),
        (
            "FREQ=YEARLY",
            "2027-12-31",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
            ["2027-12-31", "2028-12-31", "2029-12-31", "2030-12-31"],
        ),
        (
            "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=30",
            "2027-02-28",
            "FREQ=MONTHLY;BYMONTH=2,4;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            ["2027-02-28", "2027-04-30", "2028-02-29", "2028-04-30"],
        ),
    ],
)
def test_a_day_that_short_months_lack_is_their_last(
    rule: str, due: str, written: str, days: list[str]
) -> None:
    turn = clean_repeat(Repeat(rule=rule), due, None)
    assert turn.due == due
    assert calendar_rule(turn.repeat, due, None) == written
    assert expanded(turn.repeat, due) == days == upcoming(turn.repeat, due, n=4)


def test_short_months_that_are_left_out_are_left_out() -> None:
    repeat = Repeat(rule="FREQ=MONTHLY;BYMONTHDAY=31", month_end="skip")
    assert calendar_rule(repeat, "2027-01-31", None) == "FREQ=MONTHLY;BYMONTHDAY=31"
    assert expanded(repeat, "2027-01-31") == [
        *("2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"),
    ]


def test_several_times_a_day_all_come_at_the_month_s_end() -> None:
    repeat = Repeat(rule="FREQ=MONTHLY;BYMONTHDAY=30;BYHOUR=8,20")
    assert expanded(repeat, "2027-01-30T08:00:00") == [
        *("2027-01-30", "2027-01-30", "2027-02-28", "2027-02-28"),
    ]


def test_a_time_in_the_gap_of_the_clocks_is_written_as_one_that_there_is() -> None:
    repeat = Repeat(rule="FREQ=DAILY", moved_from="2026-03-29T02:30:00")
    later = "2026-03-29T03:30:00"
    assert clock_due("2026-03-29T02:30:00", "Europe/Berlin") == later
    assert clock_due("2026-03-29T02:30:00", None) == "2026-03-29T02:30:00"
    assert clock_due("2026-03-29", None) == "2026-03-29"
    for due, moved in ((later, repeat), ("2026-03-29T02:30:00", Repeat(rule="FREQ=DAILY"))):
        written = calendar_rule(moved, due, "Europe/Berlin")
        assert written == "FREQ=DAILY;BYHOUR=2;BYMINUTE=30"


@st.composite
def month_end_rules(draw: st.DrawFn) -> str:
    """Rules that come to the ends of months, in every way that a calendar's rule can say."""
    freq = draw(st.sampled_from(["MONTHLY", "MONTHLY", "YEARLY", "DAILY"]))
    days = draw(st.lists(st.integers(1, 31) | st.integers(27, 31), min_size=1, max_size=4))
    parts = [f"FREQ={freq}", f"BYMONTHDAY={','.join(map(str, days))}"]
    if draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    if freq == "MONTHLY":
        parts.append(f"INTERVAL={draw(st.integers(1, 5))}")
    if draw(st.booleans()):
        parts.append("BYHOUR=9,20")
    text = ";".join(parts)
    try:
        parse_rule(text)
    except InvalidInputError:
        assume(condition=False)
    return text


@given(
    rules() | month_end_rules(),
    st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01")),
    st.sampled_from(["day", "floating", *ZONES]),
    st.none() | st.integers(0, 400),
    st.sampled_from(["clamp", "skip"]),
)
@settings(max_examples=200)
def test_other_readers_find_the_days_that_saydo_finds(
    text: str, begun: datetime, kind: str, length: int | None, month_end: str
) -> None:
    zone = kind if kind in ZONES else None
    rule = msgspec.structs.replace(parse_rule(text), count=None, until=None)
    assume(can_be_said(text))
    if length is not None:
        last = begun + timedelta(days=length)
        rule = msgspec.structs.replace(rule, until=f"{last:%Y%m%d}")
    # Times in the morning's gap are moved by the clocks, not by the rule.
    begun = begun.replace(hour=begun.hour // 2 + 9, minute=0, second=0, microsecond=0)
    due = begun.date().isoformat() if kind == "day" else begun.isoformat()
    repeat = Repeat(rule=rule_text(rule), month_end=month_end)  # type: ignore[arg-type]
    try:
        turn = clean_repeat(repeat, due, zone)
    except InvalidInputError:
        return
    named = upcoming(turn.repeat, turn.due, zone)
    assume(named[-1] < "2300")
    found = expanded(turn.repeat, turn.due, zone, len(named) + (len(named) < 5))
    assert found == [each[:10] for each in named]


def can_be_said(text: str) -> bool:
    """Whether a calendar's rule can say it: not a 29th or 30th beside days from the end."""
    rule = parse_rule(text)
    months = len(rule.by_month) or (12 if rule.by_month_day else 1)
    sparse = rule.freq == "YEARLY" and rule.interval > 1 and months > 1
    return not sparse and min(rule.by_month_day, default=1) >= -1
