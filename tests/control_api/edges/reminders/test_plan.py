"""From a task and a time zone to instants, on every kind of day."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.edges.reminders.plan import instant, occasions
from shared.tasks import OPEN, Reminder, Task

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
]
BERLIN = ZoneInfo("Europe/Berlin")


def task(**fields: Any) -> Task:
    stamp = "2026-01-01T00:00:00.000000Z"
    told = {"id": "1", "title": "Call Sarah", "status": "todo", "due": None, "time_zone": None}
    return Task(**told | {"project": None, "created_at": stamp, "updated_at": stamp} | fields)


def times(given: Task, zone: ZoneInfo = BERLIN, *, at_due: bool = True) -> list[str]:
    return [f"{each.at:%m-%d %H:%M}" for each in occasions(given, zone, at_due=at_due)]


local_times = (
    st.datetimes()
    .filter(lambda at: at.year >= 1900)
    .map(lambda at: at.isoformat(timespec="seconds"))
)
reminders = st.one_of(
    st.builds(Reminder, at=local_times, time_zone=st.one_of(st.none(), st.sampled_from(ZONES))),
    st.builds(
        Reminder,
        before_min=st.integers(0, 366 * 24 * 60),
        anchor=st.sampled_from(["start", "due", "deadline"]),
    ),
)
maybe_times = st.one_of(st.none(), local_times, local_times.map(lambda text: text[:10]))
tasks = st.builds(
    lambda reminders, due, start, deadline, status: task(
        reminders=reminders, due=due, start=start, deadline=deadline, status=status
    ),
    st.lists(reminders, max_size=5),
    maybe_times,
    maybe_times,
    maybe_times,
    st.sampled_from(["todo", "in_progress", "completed", "cancelled"]),
)
zones = st.sampled_from(ZONES).map(ZoneInfo)


@given(tasks, zones, st.booleans())
def test_times_are_in_order_and_none_comes_twice(given: Task, zone: ZoneInfo, at_due: bool) -> None:
    found = occasions(given, zone, at_due=at_due)
    assert [each.at for each in found] == sorted({each.at for each in found})
    assert len({each.key for each in found}) == len(found)
    assert all(each.at.utcoffset() == timedelta(0) for each in found)
    assert len(found) <= max(len(given.reminders), 1)
    assert not found or given.status in OPEN


@given(tasks, zones, zones)
def test_what_tells_a_reminder_from_others_is_the_same_in_every_zone(
    given: Task, zone: ZoneInfo, other: ZoneInfo
) -> None:
    for reminder in given.reminders:
        alone = task(
            reminders=[reminder], due=given.due, start=given.start, deadline=given.deadline
        )
        keys = [[each.key for each in occasions(alone, z, at_due=True)] for z in (zone, other)]
        assert keys[0] == keys[1] or [] in keys  # the last evening of all is not there everywhere


@given(local_times, zones)
def test_a_local_time_is_shown_by_the_clock_or_left_out_by_it(text: str, zone: ZoneInfo) -> None:
    try:
        shown = instant(text, zone).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        assert text > "9999-12-30"
        return
    given = datetime.fromisoformat(text)
    # Where a change of clocks leaves the time out, it is as much later as was left out.
    assert shown == given or timedelta(0) < shown - given <= timedelta(hours=24)


def test_half_past_two_that_is_left_out_is_half_past_three() -> None:
    late = task(reminders=[Reminder(at="2026-03-29T02:30:00")])
    assert times(late) == ["03-29 01:30"]
    assert instant("2026-03-29T02:30:00", BERLIN).astimezone(BERLIN).hour == 3


def test_half_past_two_that_comes_twice_is_the_first() -> None:
    assert times(task(reminders=[Reminder(at="2026-10-25T02:30:00")])) == ["10-25 00:30"]


def test_minutes_before_are_real_ones_over_a_change_of_clocks() -> None:
    due = task(due="2026-03-29T03:15:00", reminders=[Reminder(before_min=30)])
    assert times(due) == ["03-29 00:45"]


def test_a_day_begins_at_midnight_or_at_its_first_minute() -> None:
    day = [Reminder(before_min=0)]
    assert times(task(due="2026-11-24", reminders=day)) == ["11-23 23:00"]
    cairo = ZoneInfo("Africa/Cairo")
    first = instant("2026-04-24", cairo).astimezone(cairo)
    assert (first.day, first.hour) == (24, 1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due": "2026-11-24T15:00:00"}, ["11-24 14:00"]),
        ({"due": "2026-11-24T15:00:00", "time_zone": "America/New_York"}, ["11-24 20:00"]),
        ({"due": "2026-11-24"}, []),
        ({"due": "2026-11-24T15:00:00", "reminders": [Reminder(before_min=60)]}, ["11-24 13:00"]),
        ({"due": "2026-11-24T15:00:00", "status": "completed"}, []),
        ({"due": "2026-11-24T15:00:00", "status": "cancelled"}, []),
        ({"due": "2026-11-24T15:00:00", "deleted_at": "2026-11-21T00:00:00Z"}, []),
    ],
)
def test_a_task_with_a_time_has_a_reminder_then_unless_it_has_its_own(
    fields: dict[str, Any], expected: list[str]
) -> None:
    assert times(task(**fields)) == expected


def test_the_one_at_the_due_time_can_be_switched_off() -> None:
    assert times(task(due="2026-11-24T15:00:00"), at_due=False) == []


def test_two_reminders_of_the_same_moment_are_one() -> None:
    both = [Reminder(before_min=60), Reminder(at="2026-11-24T14:00:00")]
    assert times(task(due="2026-11-24T15:00:00", reminders=both)) == ["11-24 13:00"]


def test_before_a_time_that_is_not_there_is_never() -> None:
    assert times(task(reminders=[Reminder(before_min=5, anchor="deadline")])) == []


def test_the_end_of_the_calendar_is_no_error() -> None:
    last = task(reminders=[Reminder(at="9999-12-31T23:59:59")])
    assert occasions(last, ZoneInfo("America/New_York"), at_due=True) == []
    (there,) = occasions(last, ZoneInfo("UTC"), at_due=True)
    assert there.at == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
