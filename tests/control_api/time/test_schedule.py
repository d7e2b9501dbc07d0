"""When a repeating task comes next: every kind of time, every zone, both ways of counting."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.time.due_times import instant, local, wall
from control_api.time.schedule import (
    clean_repeat,
    moved_by_hand,
    next_due,
    next_turn,
    passed,
    upcoming,
)
from shared.problems import InvalidInputError
from shared.tasks import Repeat
from tests.control_api.time.test_rule import rules

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "Europe/Kyiv",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Havana",
    "America/Nuuk",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Tehran",
    "Asia/Kolkata",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Apia",
]
NOON = datetime(2026, 11, 21, 12, tzinfo=BERLIN)
DUES = st.dates(date(1900, 1, 1), date(9999, 12, 31)).map(str) | st.datetimes(
    datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("9999-12-31")
).map(lambda moment: moment.isoformat(timespec="seconds"))


def after(rule: str, due: str, zone: str | None = None, **policies: str) -> str | None:
    turn = clean_repeat(Repeat(rule=rule, **policies), due, zone)  # type: ignore[arg-type] # literals
    return next_due(turn.repeat, turn.due, zone, done_at=NOON, zone=BERLIN)


def changes_of_clocks(name: str, year: int) -> list[date]:
    """The days on which the clocks change."""
    zone = ZoneInfo(name)
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]

    def offset(day: date) -> timedelta | None:
        return datetime(day.year, day.month, day.day, tzinfo=zone).utcoffset()

    return [day for day in days if offset(day) != offset(day + timedelta(days=1))]


@pytest.mark.parametrize("name", ZONES)
def test_the_clocks_keep_the_time_of_day_when_they_change(name: str) -> None:
    zone = ZoneInfo(name)
    for day in changes_of_clocks(name, 2026):
        before = day - timedelta(days=1)
        for clock in ("T00:00:00", "T00:30:00", "T01:30:00", "T02:30:00", "T03:00:00", "T23:30:00"):
            repeat = Repeat(rule="FREQ=DAILY")
            fixed = upcoming(repeat, f"{before}{clock}", name, 4)
            days = [str(before + timedelta(days=number)) for number in range(4)]
            by_the_rule = [each + clock for each in days]
            assert [instant(wall(each), zone) for each in fixed] == [
                instant(wall(each), zone) for each in by_the_rule
            ]
            assert all(local(instant(wall(each), zone), zone) == wall(each) for each in fixed[1:])
            instants = [instant(wall(each), zone) for each in fixed]
            assert instants == sorted(set(instants))
            assert all(
                timedelta(hours=22) < late - early < timedelta(hours=26)
                for early, late in itertools.pairwise(instants)
            )
            assert upcoming(repeat, f"{before}{clock}", None, 4) == by_the_rule
            assert upcoming(repeat, str(before), None, 4) == days


def test_some_zones_change_their_clocks_that_year() -> None:
    assert sum(bool(changes_of_clocks(name, 2026)) for name in ZONES) >= 12


def test_a_time_that_the_clocks_jump_over_comes_later_once_and_a_double_one_comes_first() -> None:
    jumped, doubled = wall("2026-03-29T02:30:00"), wall("2026-10-25T02:30:00")
    assert instant(jumped, BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert instant(doubled, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "due", "zone", "expected"),
    [
        (
            "FREQ=DAILY",
            "2026-03-28T02:30:00",
            "Europe/Berlin",
            ["2026-03-29T03:30:00", "2026-03-30T02:30:00"],
        ),
        (
            "FREQ=WEEKLY",
            "2027-03-07T02:15:00",
            "America/New_York",
            ["2027-03-14T03:15:00", "2027-03-21T02:15:00"],
        ),
        (
            "FREQ=DAILY",
            "2026-10-03T02:10:00",
            "Australia/Lord_Howe",
            ["2026-10-04T02:40:00", "2026-10-05T02:10:00"],
        ),
        (
            "FREQ=DAILY",
            "2026-04-23T00:30:00",
            "Africa/Cairo",
            ["2026-04-24T01:30:00", "2026-04-25T00:30:00"],
        ),
        (
            "FREQ=DAILY;BYHOUR=2,3",
            "2026-03-28T03:30:00",
            "Europe/Berlin",
            ["2026-03-29T03:30:00", "2026-03-30T02:30:00"],
        ),
        (
            "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30",
            "2026-03-28T03:30:00",
            "Europe/Berlin",
            ["2026-03-29T03:00:00", "2026-03-29T03:30:00", "2026-03-30T02:00:00"],
        ),
    ],
)
def test_no_time_that_the_clocks_jump_over_is_due(
    rule: str, due: str, zone: str, expected: list[str]
) -> None:
    turn = clean_repeat(Repeat(rule=rule), due, zone)
    assert upcoming(turn.repeat, due, zone, len(expected) + 1) == [due, *expected]
    for each in expected:
        following = next_turn(turn.repeat, turn.due, zone, done_at=NOON, zone=BERLIN)
        assert following is not None
        assert following.due == each
        assert clean_repeat(following.repeat, following.due, zone) == following
        turn = following


def test_a_first_time_that_the_clocks_jump_over_comes_later_that_day_only() -> None:
    turn = clean_repeat(Repeat(rule="FREQ=WEEKLY;BYDAY=SU"), "2026-03-25T02:30:00", "Europe/Berlin")
    assert upcoming(turn.repeat, turn.due, "Europe/Berlin", 2) == [
        *("2026-03-29T03:30:00", "2026-04-05T02:30:00"),
    ]


def test_a_time_that_the_clocks_jump_over_does_not_stay_later_when_completion_counts() -> None:
    repeat = Repeat(rule="FREQ=DAILY", basis="completion")
    done_at = datetime(2026, 3, 28, 12, tzinfo=BERLIN)
    turn = next_turn(repeat, "2026-03-25T02:30:00", "Europe/Berlin", done_at=done_at, zone=BERLIN)
    assert turn is not None
    named = upcoming(turn.repeat, turn.due, "Europe/Berlin", 2)
    assert named == ["2026-03-29T03:30:00", "2026-03-30T02:30:00"]
    following = next_turn(
        turn.repeat,
        turn.due,
        "Europe/Berlin",
        done_at=done_at + timedelta(days=1),
        zone=BERLIN,
    )
    assert following is not None
    assert following.due == named[1]


def test_a_day_that_a_zone_left_out_is_left_out() -> None:
    repeat = Repeat(rule="FREQ=DAILY")
    samoa = upcoming(repeat, "2011-12-29T09:00:00", "Pacific/Apia", 3)
    assert samoa == ["2011-12-29T09:00:00", "2011-12-31T09:00:00", "2012-01-01T09:00:00"]
    assert upcoming(repeat, "2011-12-29", None, 2) == ["2011-12-29", "2011-12-30"]


@given(rules(), DUES, st.sampled_from([None, *ZONES]), st.sampled_from(["due", "completion"]))
@settings(max_examples=150)
def test_a_repeat_goes_on_rising_or_is_over(
    rule: str, due: str, zone: str | None, basis: str
) -> None:
    zone = zone if "T" in due else None
    try:
        turn = clean_repeat(Repeat(rule=rule, basis=basis), due, zone)  # type: ignore[arg-type]
    except InvalidInputError:
        return
    assert turn.due >= due
    assert len(turn.due) == len(due)
    assert clean_repeat(turn.repeat, turn.due, zone) == turn
    named = upcoming(turn.repeat, turn.due, zone)
    assert named == sorted(set(named))
    assert named[0] == turn.due
    done_at = instant(wall(turn.due), ZoneInfo(zone or "UTC"))
    later = next_due(turn.repeat, turn.due, zone, done_at=done_at, zone=ZoneInfo(zone or "UTC"))
    assert later is None or later > turn.due
    if basis == "due":
        assert later == next(iter(named[1:]), None)


@pytest.mark.parametrize(
    ("rule", "due", "expected"),
    [
        ("FREQ=WEEKLY", "2026-11-23", "2026-11-30"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-21", "2026-11-30"),
        ("FREQ=MONTHLY", "2026-01-31", "2026-02-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-02-28T09:00:00", "2026-03-31T09:00:00"),
        ("FREQ=YEARLY", "2028-02-29", "2029-02-28"),
        ("FREQ=DAILY;BYHOUR=8,20", "2026-11-23T08:00:00", "2026-11-23T20:00:00"),
        ("FREQ=DAILY;COUNT=1", "2026-11-23", None),
        ("FREQ=DAILY;UNTIL=20261123", "2026-11-23", None),
        ("FREQ=DAILY;UNTIL=20261124", "2026-11-23T09:00:00", "2026-11-24T09:00:00"),
        ("FREQ=DAILY;UNTIL=20261124T080000", "2026-11-23T09:00:00", None),
        ("FREQ=DAILY", "9999-12-31", None),
    ],
)
def test_the_next_date_follows_the_rule(rule: str, due: str, expected: str | None) -> None:
    assert after(rule, due) == expected


def test_until_is_an_instant_where_it_says_so() -> None:
    rule = "FREQ=DAILY;UNTIL=20261124T080000Z"
    assert after(rule, "2026-11-23T09:00:00", "Europe/Berlin") == "2026-11-24T09:00:00"
    assert after(rule, "2026-11-23T09:00:00", "Europe/London") is None


def test_a_first_date_that_does_not_fit_becomes_the_next_one_that_does() -> None:
    turn = clean_repeat(Repeat(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"), "2026-11-21", None)
    assert upcoming(turn.repeat, turn.due, n=2) == ["2026-11-23", "2026-12-07"]


def test_the_end_of_a_month_can_be_left_out() -> None:
    assert after("FREQ=MONTHLY", "2026-01-31", month_end="skip") == "2026-03-31"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=3", "2026-11-24"),
        ("FREQ=WEEKLY", "2026-11-28"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-23"),
        ("FREQ=MONTHLY", "2026-12-21"),
        ("FREQ=DAILY;COUNT=1", None),
    ],
)
def test_from_completion_the_day_it_was_done_counts(rule: str, expected: str | None) -> None:
    assert after(rule, "2026-10-05", basis="completion") == expected


def test_the_day_it_was_done_is_the_day_where_the_task_is() -> None:
    repeat = Repeat(rule="FREQ=DAILY", basis="completion")
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    there = next_due(repeat, "2026-11-20T09:00:00", "Asia/Tokyo", done_at=late, zone=BERLIN)
    here = next_due(repeat, "2026-11-20", None, done_at=late, zone=BERLIN)
    assert (there, here) == ("2026-11-23T09:00:00", "2026-11-23")


def test_the_count_goes_down_and_ends_the_rule() -> None:
    turn = clean_repeat(Repeat(rule="FREQ=DAILY;COUNT=3"), "2026-11-21", None)
    assert upcoming(turn.repeat, turn.due) == ["2026-11-21", "2026-11-22", "2026-11-23"]
    later = next_turn(turn.repeat, turn.due, None, done_at=NOON, zone=BERLIN)
    assert later is not None
    assert later.repeat.rule == "FREQ=DAILY;COUNT=2"


@pytest.mark.parametrize("moved_to", ["2026-11-22", "2026-11-25", "2026-11-30"])
def test_one_time_that_was_moved_leaves_the_others_where_they_were(moved_to: str) -> None:
    repeat = moved_by_hand(Repeat(rule="FREQ=WEEKLY;BYDAY=MO"), "2026-11-23", moved_to)
    expected = "2026-12-07" if moved_to == "2026-11-30" else "2026-11-30"
    assert next_due(repeat, moved_to, None, done_at=NOON, zone=BERLIN) == expected


def test_a_time_of_day_that_is_given_to_a_repeat_stays() -> None:
    repeat = moved_by_hand(Repeat(rule="FREQ=DAILY"), "2026-11-23", "2026-11-23T09:00:00")
    assert repeat.moved_from is None
    later = moved_by_hand(repeat, "2026-11-23T09:00:00", "2026-11-23T11:00:00")
    assert upcoming(later, "2026-11-23T11:00:00", n=2)[1] == "2026-11-24T09:00:00"


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ("2026-11-23T23:59:59", 0),
        ("2026-11-24T00:00:00", 1),
        ("2026-11-26T12:00:00", 3),
    ],
)
def test_a_whole_day_is_over_at_midnight(now: str, gone: int) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    missed, turn = passed(
        Repeat(rule="FREQ=DAILY"), "2026-11-23", None, now=at, zone=BERLIN, lead=timedelta()
    )
    assert missed == ["2026-11-23", "2026-11-24", "2026-11-25"][:gone]
    assert turn.due == str(date(2026, 11, 23) + timedelta(days=gone))


def test_a_time_is_over_when_the_next_one_speaks_up() -> None:
    repeat, due = Repeat(rule="FREQ=DAILY"), "2026-11-23T09:00:00"

    def is_over(now: str, lead: timedelta) -> bool:
        at = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
        return bool(passed(repeat, due, "Europe/Berlin", now=at, zone=BERLIN, lead=lead)[0])

    hour, week = timedelta(hours=1), timedelta(days=7)
    assert not is_over("2026-11-24T08:59:00", timedelta())
    assert is_over("2026-11-24T09:00:00", timedelta())
    assert not is_over("2026-11-24T07:59:00", hour)
    assert is_over("2026-11-24T08:00:00", hour)
    assert not is_over("2026-11-23T20:59:00", week)
    assert is_over("2026-11-23T21:00:00", week)


def test_what_counts_from_completion_is_never_missed() -> None:
    repeat = Repeat(rule="FREQ=DAILY", basis="completion")
    missed, turn = passed(repeat, "2020-01-01", None, now=NOON, zone=BERLIN, lead=timedelta())
    assert (missed, turn.due) == ([], "2020-01-01")


@pytest.mark.parametrize(
    ("repeat", "due"),
    [
        (Repeat(rule="FREQ=DAILY;UNTIL=20200101"), "2026-11-23"),
        (Repeat(rule="FREQ=DAILY;UNTIL=20200101", basis="completion"), "2026-11-23"),
        (Repeat(rule="FREQ=DAILY;BYHOUR=8"), "2026-11-23"),
        (Repeat(rule="FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1"), "2026-11-23"),
        (Repeat(rule="FREQ=DAILY", moved_from="soon"), "2026-11-23"),
    ],
)
def test_a_repeat_that_has_no_date_or_no_sense_is_refused(repeat: Repeat, due: str) -> None:
    with pytest.raises(InvalidInputError):
        clean_repeat(repeat, due, None)
