"""Repeats in iCalendar: other readers find the same days, and ours come back as they were."""

import msgspec
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar

from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.formats.ical_export import write_feed
from control_api.edges.exchange.parts.bundle import Bundle, new_task
from control_api.time.schedule import clean_repeat, upcoming
from shared.tasks import Repeat, Task
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

STAMP = "2026-11-01T10:00:00.000000Z"


def repeating(repeat: Repeat, due: str, zone: str | None = None) -> Task:
    turn = clean_repeat(repeat, due, zone)
    task = new_task("1", "Rent", due=turn.due, time_zone=zone, repeat=turn.repeat, extra={})
    return msgspec.structs.replace(task, created_at=STAMP, updated_at=STAMP)


def feed_of(task: Task, kind: str = "event") -> bytes:
    return write_feed(Bundle(tasks=[task]), "Europe/Berlin", kind, "")  # type: ignore[arg-type]


def line_of(data: bytes, name: str) -> str:
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    begin = next(at for at, line in enumerate(lines) if line in {"BEGIN:VEVENT", "BEGIN:VTODO"})
    [found] = [line for line in lines[begin:] if line.replace(";", ":").startswith(f"{name}:")]
    return found


@pytest.mark.parametrize("kind", ["event", "todo"])
@pytest.mark.parametrize(
    ("due", "zone", "until"),
    [
        ("2026-11-23", None, "20261225"),
        ("2026-11-23T09:00:00", None, "20261225T235959"),
        ("2026-11-23T09:00:00", "Europe/Berlin", "20261225T225959Z"),
        ("2026-11-23T23:00:00", "America/New_York", "20261226T045959Z"),
        ("2026-11-23T09:00:00", "UTC", "20261225T235959Z"),
    ],
)
def test_a_repeat_ends_in_the_kind_of_time_that_it_begins_in(
    kind: str, due: str, zone: str | None, until: str
) -> None:
    data = feed_of(repeating(Repeat(rule="FREQ=WEEKLY;UNTIL=20261225"), due, zone), kind)
    assert line_of(data, "RRULE") == f"RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY=MO"


@pytest.mark.parametrize(
    ("repeat", "due", "days"),
    [
        (Repeat(rule="FREQ=MONTHLY"), "2027-01-31", ["01-31", "02-28", "03-31", "04-30"]),
        (Repeat(rule="FREQ=MONTHLY"), "2027-01-30", ["01-30", "02-28", "03-30", "04-30"]),
        (Repeat(rule="FREQ=MONTHLY"), "2027-01-29", ["01-29", "02-28", "03-29", "04-29"]),
        (Repeat(rule="FREQ=MONTHLY;INTERVAL=2"), "2026-12-31", ["02-28", "04-30", "06-30"]),
        (Repeat(rule="FREQ=MONTHLY", month_end="skip"), "2027-01-31", ["01-31", "03-31", "05-31"]),
    ],
)
def test_a_calendar_shows_the_ends_of_months_as_saydo_does(
    repeat: Repeat, due: str, days: list[str]
) -> None:
    task = repeating(repeat, due)
    found = recurring_ical_events.of(Calendar.from_ical(feed_of(task))).between(
        (2027, 1, 1), (2027, 12, 31)
    )
    shown = sorted(str(event["DTSTART"].dt) for event in found)
    assert shown[: len(days)] == [f"2027-{day}" for day in days]
    assert task.repeat is not None
    assert set(upcoming(task.repeat, due)) - set(shown) <= {"2026-12-31"}


def test_a_calendar_shows_no_time_that_the_clocks_jump_over_nor_stays_an_hour_late() -> None:
    task = repeating(Repeat(rule="FREQ=WEEKLY;BYDAY=SU"), "2027-03-25T02:30:00", "Europe/Berlin")
    assert line_of(feed_of(task), "DTSTART") == "DTSTART;TZID=Europe/Berlin:20270328T033000"
    assert line_of(feed_of(task), "RRULE") == "RRULE:FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=30"
    found = recurring_ical_events.of(Calendar.from_ical(feed_of(task))).between(
        (2027, 3, 29), (2027, 4, 12)
    )
    assert sorted(event["DTSTART"].dt.isoformat()[:19] for event in found) == [
        *("2027-04-04T02:30:00", "2027-04-11T02:30:00"),
    ]
    once = msgspec.structs.replace(task, due="2027-03-28T02:30:00", repeat=None)
    assert line_of(feed_of(once), "DTSTART") == "DTSTART;TZID=Europe/Berlin:20270328T033000"


@pytest.mark.parametrize(
    ("repeat", "due", "zone"),
    [
        (Repeat(rule="FREQ=MONTHLY"), "2027-01-31", None),
        (Repeat(rule="FREQ=MONTHLY;UNTIL=20271231"), "2027-01-30T09:00:00", None),
        (Repeat(rule="FREQ=DAILY;UNTIL=20271231", month_end="skip"), "2027-01-30T09:00:00", "UTC"),
        (Repeat(rule="FREQ=MONTHLY", basis="completion"), "2027-01-30", None),
        (Repeat(rule="FREQ=DAILY"), "2027-03-28T02:30:00", "Europe/Berlin"),
    ],
)
def test_a_repeat_comes_back_as_it_was(repeat: Repeat, due: str, zone: str | None) -> None:
    task = repeating(repeat, due, zone)
    data = write_file(Bundle(tasks=[task]), "ics", BERLIN)
    [again] = read_bytes(data, "ics", BERLIN).tasks
    assert (again.due, again.time_zone, again.repeat) == (task.due, zone, task.repeat)


def test_a_rule_that_another_program_has_changed_counts() -> None:
    data = write_file(
        Bundle(tasks=[repeating(Repeat(rule="FREQ=MONTHLY"), "2027-01-31")]), "ics", BERLIN
    )
    changed = data.replace(b"RRULE:FREQ=MONTHLY;BYMONTHDAY=-1", b"RRULE:FREQ=WEEKLY;BYDAY=SU")
    assert changed != data
    [again] = read_bytes(changed, "ics", BERLIN).tasks
    assert again.repeat == Repeat(rule="FREQ=WEEKLY;BYDAY=SU")


@pytest.mark.parametrize("told", ['{"rule":"x"}', '{"rule":"FREQ=DAILY"}', "[]"])
def test_what_others_write_in_saydo_s_place_does_no_harm(told: str) -> None:
    task = repeating(Repeat(rule="FREQ=MONTHLY"), "2027-01-31")
    data = write_file(Bundle(tasks=[task]), "ics", BERLIN).decode().replace("\r\n ", "")
    ours = next(line for line in data.split("\r\n") if line.startswith("X-SAYDO-REPEAT"))
    foreign = data.replace(ours, f"X-SAYDO-REPEAT:{told}").encode()
    [again] = read_bytes(foreign, "ics", BERLIN).tasks
    assert again.repeat is not None
    assert again.repeat.rule == "FREQ=MONTHLY;BYMONTHDAY=-1"
