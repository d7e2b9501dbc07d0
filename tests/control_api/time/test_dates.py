"""The dates of a rule: those of RFC 5545, month ends that don't drift, and never a long search."""

import itertools
import time
from datetime import date, datetime

import msgspec
import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from control_api.time.dates import _LEAST_YEARS, dates_after
from control_api.time.rule import parse_rule, rule_text, with_days_of
from tests.control_api.time.test_rule import rules

at = datetime.fromisoformat
MOMENTS = st.datetimes(at("1900-01-01"), at("9999-12-31")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def dates(text: str, begun: str, count: int = 4, *, clamp: bool = True) -> list[str]:
    start = datetime.fromisoformat(begun)
    rule = with_days_of(parse_rule(text), start)
    found = itertools.islice(dates_after(rule, start, clamp=clamp), count)
    return [moment.date().isoformat() for moment in found]


@given(rules(), st.datetimes(at("1950-01-01"), at("2100-01-01")))
@example("FREQ=MONTHLY;BYMONTHDAY=-22;BYDAY=1MO;INTERVAL=37", at("2000-02-01"))
def test_one_date_after_the_other_is_what_the_whole_rule_gives(text: str, begun: datetime) -> None:
    begun = begun.replace(second=0, microsecond=0)
    rule = msgspec.structs.replace(parse_rule(text), count=None, until=None)
    # Only at a date of the rule itself does a series begin.
    first = next(dates_after(with_days_of(rule, begun), begun, clamp=False), None)
    assume(first is not None and first < at("2200-01-01"))
    assert first is not None
    rule = with_days_of(rule, first)
    expected = list(itertools.islice(rrulestr(rule_text(rule), dtstart=first), 1, 6))
    last = first
    for wanted in expected:
        if wanted.year - last.year >= _LEAST_YEARS:
            break  # A search may be given up before that.
        last = next(dates_after(rule, last, clamp=False))
        assert last == wanted


@given(rules(), MOMENTS, st.booleans())
@settings(max_examples=60)
def test_dates_rise_and_are_found_in_no_time(text: str, begun: datetime, clamp: bool) -> None:
    rule = with_days_of(parse_rule(text), begun)
    search = dates_after(rule, begun, clamp=clamp)
    last = begun
    for _ in range(3):
        before = time.process_time()
        found = next(search, None)
        assert time.process_time() - before < 0.25  # measured alone: under 0.05
        if found is None:
            break
        assert found > last
        last = found


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;INTERVAL=9999",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=28",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYYEARDAY=61",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=5MO,5TU,5WE,5TH,5FR,5SA,5SU;BYMONTH=2;BYMONTHDAY=1;BYSETPOS=300",
        "FREQ=MONTHLY;INTERVAL=9999;BYMONTH=1;BYMONTHDAY=31",
    ],
)
def test_a_rule_without_dates_is_given_up_at_once(text: str) -> None:
    rule = parse_rule(text)
    begun = at("2026-03-01T09:00")
    before = time.process_time()
    assert next(dates_after(rule, begun, clamp=False), None) is None
    assert time.process_time() - before < 0.25


def test_the_31st_of_every_month_is_the_last_day_of_a_shorter_one_and_never_drifts() -> None:
    assert dates("FREQ=MONTHLY", "2026-01-31", 5) == [
        *("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
    ]
    assert dates("FREQ=MONTHLY;BYMONTHDAY=31", "2028-01-31", 2) == ["2028-02-29", "2028-03-31"]


def test_it_is_left_out_of_shorter_months_when_that_is_wanted() -> None:
    assert dates("FREQ=MONTHLY", "2026-01-31", 3, clamp=False) == [
        *("2026-03-31", "2026-05-31", "2026-07-31"),
    ]


def test_a_day_that_two_numbers_come_to_is_one_date() -> None:
    assert dates("FREQ=MONTHLY;BYMONTHDAY=29,30,31", "2026-01-31", 4) == [
        *("2026-02-28", "2026-03-29", "2026-03-30", "2026-03-31"),
    ]


def test_every_so_many_days_is_not_every_so_many_months() -> None:
    assert dates("FREQ=DAILY;INTERVAL=2;BYMONTHDAY=31", "2026-01-31", 2) == [
        *("2026-05-31", "2026-08-31"),
    ]


def test_february_29th_is_the_28th_between_leap_years_or_left_out() -> None:
    assert dates("FREQ=YEARLY", "2024-02-29", 4) == [
        *("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"),
    ]
    assert dates("FREQ=YEARLY", "2096-02-29", 2, clamp=False) == ["2104-02-29", "2108-02-29"]


@pytest.mark.parametrize(
    ("text", "begun", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", ["2026-12-08", "2027-01-12"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", ["2026-12-25", "2027-01-29"]),
        ("FREQ=MONTHLY;BYDAY=5MO", "2026-11-30", ["2027-03-29", "2027-05-31"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26", ["2027-11-25", "2028-11-23"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-10-30", ["2026-11-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", ["2026-12-31", "2027-01-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "2026-11-24", ["2026-11-29", "2026-12-08"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2026-11-24", ["2026-12-06"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1", "2026-11-25", ["2026-11-30"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-12-28", ["2032-12-27"]),
    ],
)
def test_days_are_counted_in_their_month_week_or_year(
    text: str, begun: str, expected: list[str]
) -> None:
    assert dates(text, begun, len(expected)) == expected


def test_several_times_a_day_are_several_dates_also_at_the_end_of_a_month() -> None:
    start = at("2026-01-31T08:00")
    rule = with_days_of(parse_rule("FREQ=MONTHLY;BYHOUR=8,20"), start)
    found = itertools.islice(dates_after(rule, start, clamp=True), 3)
    assert [f"{moment:%m-%d %H}" for moment in found] == ["01-31 20", "02-28 08", "02-28 20"]


@given(st.dates(date(9998, 1, 1), date(9999, 12, 31)), rules())
def test_the_year_9999_is_the_end(day: date, text: str) -> None:
    begun = datetime.combine(day, datetime.min.time())
    rule = with_days_of(parse_rule(text), begun)
    assert sum(1 for _ in dates_after(rule, begun, clamp=True)) <= 31 * 24
