import json
from contextlib import suppress

import msgspec
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from control_api.app.registry import KINDS
from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.formats.ical_export import write_feed
from control_api.edges.exchange.formats.ical_lines import escape, split_list, unescape
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from shared.problems import InvalidInputError
from shared.tasks import Reminder, Repeat, Task
from tests.control_api.edges.exchange.conftest import (
    BERLIN,
    counts_of,
    empty_workspace,
    read_bytes,
    take_in,
)
from tests.control_api.edges.exchange.workspaces import bundles

PARENT = "11111111-1111-4111-8111-111111111111"
CHILD = "22222222-2222-4222-8222-222222222222"


def calendar(*lines: str, head: str = "") -> bytes:
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", *filter(None, [head]), *lines, "END:VCALENDAR"]
    return "\r\n".join([*text, ""]).encode()


def todo(*lines: str, uid: str = PARENT) -> list[str]:
    return ["BEGIN:VTODO", f"UID:{uid}", "DTSTAMP:20261101T100000Z", *lines, "END:VTODO"]


def read(*lines: str) -> Bundle:
    return read_bytes(calendar(*lines), "ics", BERLIN)


def one(*lines: str) -> Task:
    [task] = read(*todo(*lines)).tasks
    return task


def given_back(*lines: str) -> list[str]:
    with empty_workspace() as db:
        take_in(db, read(*todo(*lines)))
        data = write_file(read_bundle(db, KINDS, trash=False), "ics", BERLIN)
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_words_are_unfolded_and_unescaped() -> None:
    task = one(
        "SUMMARY;LANGUAGE=de:Milch\\, Brot\\;",
        "  und Eier",
        "DESCRIPTION:two\\nlines \\\\n",
        "CATEGORIES:a\\,b,home",
        "CATEGORIES:shop",
    )
    assert (task.title, task.notes) == ("Milch, Brot; und Eier", "two\nlines \\n")
    assert len(task.tag_ids) == 3


@pytest.mark.parametrize(
    ("line", "due", "zone"),
    [
        ("DUE;VALUE=DATE:20261124", "2026-11-24", None),
        ("DUE:20261124T150000", "2026-11-24T15:00:00", None),
        ("DUE:20261124T150000Z", "2026-11-24T15:00:00", "UTC"),
        ("DUE;TZID=America/New_York:20261124T150000", "2026-11-24T15:00:00", "America/New_York"),
        (
            'DUE;TZID="W. Europe Standard Time":20261124T150000',
            "2026-11-24T15:00:00",
            "Europe/Berlin",
        ),
        ("DUE;TZID=Nowhere:20261124T150000", "2026-11-24T15:00:00", None),
    ],
)
def test_three_kinds_of_time(line: str, due: str, zone: str | None) -> None:
    task = one("SUMMARY:Milk", line)
    assert (task.due, task.time_zone) == (due, zone)


def test_a_duration_makes_the_due_date() -> None:
    task = one("SUMMARY:Milk", "DTSTART:20261124T150000", "DURATION:PT90M")
    assert (task.start, task.due) == ("2026-11-24T15:00:00", "2026-11-24T16:30:00")


@pytest.mark.parametrize(
    ("number", "priority"),
    [("0", None), ("1", "high"), ("4", "high"), ("5", "medium"), ("6", "low"), ("9", "low")],
)
def test_priorities_keep_their_number(number: str, priority: str | None) -> None:
    assert one("SUMMARY:Milk", f"PRIORITY:{number}").priority == priority
    if priority is not None:
        assert f"PRIORITY:{number}" in given_back("SUMMARY:Milk", f"PRIORITY:{number}")


def test_status_and_a_completed_date_from_the_wild() -> None:
    done = one("SUMMARY:Milk", "COMPLETED;VALUE=DATE:20261124")
    assert (done.status, done.completed_at) == ("completed", "2026-11-24T00:00:00.000000Z")
    assert one("SUMMARY:Milk", "STATUS:IN-PROCESS").status == "in_progress"
    assert one("SUMMARY:Milk", "STATUS:CANCELLED").status == "cancelled"


def test_a_child_may_come_before_its_parent_and_parents_may_name_children() -> None:
    child = todo("SUMMARY:Part", f"RELATED-TO:{PARENT}", uid=CHILD)
    parts = read(*child, *todo("SUMMARY:Whole")).tasks
    assert [task.parent_id for task in parts] == [PARENT, None]
    naming = todo("SUMMARY:Whole", f"RELATED-TO;RELTYPE=CHILD:{CHILD}")
    parts = read(*todo("SUMMARY:Part", uid=CHILD), *naming).tasks
    assert [task.parent_id for task in parts] == [PARENT, None]


def test_dependencies_and_other_relations() -> None:
    bundle = read(
        *todo(
            "SUMMARY:Late",
            f"RELATED-TO;RELTYPE=DEPENDS-ON:{CHILD}",
            "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P1W:other",
        ),
        *todo("SUMMARY:Early", uid=CHILD),
    )
    assert bundle.tasks[0].depends_on == [CHILD]
    assert [loss.kept for loss in bundle.losses.report()] == [True]


def test_alarms_are_reminders() -> None:
    task = one(
        "SUMMARY:Milk",
        "DTSTART:20261124T140000Z",
        "DUE:20261124T150000Z",
        *("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT30M", "END:VALARM"),
        *("BEGIN:VALARM", "TRIGGER;RELATED=END:-P1D", "END:VALARM"),
        *("BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20261124T090000Z", "END:VALARM"),
        *("BEGIN:VALARM", "TRIGGER:PT5M", "END:VALARM"),
    )
    assert task.reminders == [
        Reminder(before_min=30, anchor="start"),
        Reminder(before_min=1440, anchor="due"),
        Reminder(at="2026-11-24T09:00:00", time_zone="UTC"),
    ]


def test_a_repeat_is_as_the_standard_has_it() -> None:
    task = one("SUMMARY:Rent", "DUE;VALUE=DATE:20270131", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31")
    assert task.repeat == Repeat(rule="FREQ=MONTHLY;BYMONTHDAY=31", month_end="skip")
    from_start = one("SUMMARY:Rent", "DTSTART;VALUE=DATE:20270131", "RRULE:FREQ=DAILY")
    assert (from_start.start, from_start.due) == (None, "2027-01-31")


def test_lines_that_saydo_does_not_know_come_back_as_they_were() -> None:
    lines = [
        "SUMMARY:Milk",
        'X-PINNED;X-A="b;c":true',
        "X-APPLE-SORT-ORDER:512",
        "GEO:52.5;13.4",
        "SEQUENCE:3",
        "PERCENT-COMPLETE:40",
        "EXDATE;VALUE=DATE:20261201",
    ]
    written = given_back(*lines)
    assert [line for line in lines if line not in written] == []


def test_a_foreign_uid_comes_back() -> None:
    data = calendar(*todo("SUMMARY:Milk", uid="abc@example.org"))
    with empty_workspace() as db:
        take_in(db, read_bytes(data, "ics", BERLIN))
        again = write_file(read_bundle(db, KINDS), "ics", BERLIN)
        assert b"UID:abc@example.org" in again
        assert counts_of(take_in(db, read_bytes(data, "ics", BERLIN)))["task"].same == 1


def test_the_calendar_s_name_is_the_project_and_events_stay_out() -> None:
    data = calendar(
        *todo("SUMMARY:Milk"),
        *("BEGIN:VEVENT", "SUMMARY:Party", "END:VEVENT"),
        head="X-WR-CALNAME:Home",
    )
    bundle = read_bytes(data, "ics", BERLIN)
    assert [project.name for project in bundle.projects] == ["Home"]
    assert [(loss.field, loss.examples) for loss in bundle.losses.report()] == [
        ("VEVENT", ["Party"])
    ]


def test_the_later_version_of_a_to_do_counts() -> None:
    bundle = read(*todo("SUMMARY:New", "SEQUENCE:2"), *todo("SUMMARY:Old", "SEQUENCE:1"))
    assert [task.title for task in bundle.tasks] == ["New"]
    assert len(bundle.warnings) == 1


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"hello", "Line 1"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "Line 1"),
        (b"BEGIN:VCALENDAR\nEND:VTODO\n", "Line 2"),
        (b'BEGIN:VCALENDAR\nX;A="b:c\nEND:VCALENDAR', "Line 2"),
        (b"BEGIN:VCALENDAR\nA;B:c\nEND:VCALENDAR", "Line 2"),
        (b"A:b\n\xff", "Line 2"),
        (b"BEGIN:X\n" * 50, "Line 11"),
    ],
)
def test_a_fault_is_named_by_its_line(data: bytes, place: str) -> None:
    with pytest.raises(InvalidInputError, match=place):
        read_bytes(data, "ics", BERLIN)


@settings(max_examples=15)
@given(bundles(trash=False))
def test_what_the_format_can_hold_goes_out_and_in(bundle: Bundle) -> None:
    with empty_workspace() as here, empty_workspace() as there:
        take_in(here, bundle)
        data = write_file(read_bundle(here, KINDS, trash=False), "ics", BERLIN)
        take_in(there, read_bytes(data, "ics", BERLIN))
        assert write_file(read_bundle(there, KINDS, trash=False), "ics", BERLIN) == data
        assert [told(task) for task in read_bundle(there, KINDS, trash=False).tasks] == [
            told(task) for task in read_bundle(here, KINDS, trash=False).tasks
        ]
    assert len(Calendar.from_ical(data).walk("VTODO")) == len(bundle.tasks)


def told(task: Task) -> dict[str, object]:
    fields = msgspec.structs.asdict(task)
    lost = ("said", "source", "created_by", "extra", "project_id", "tag_ids", "reminders")
    for name in (*lost, "created_at", "updated_at", "completed_at"):
        del fields[name]
    return fields


def test_a_feed_has_events_that_calendars_understand() -> None:
    milk = one("SUMMARY:Milk\\, eggs", "DUE;VALUE=DATE:20261130", "RRULE:FREQ=WEEKLY")
    call = one("SUMMARY:Call", "DUE;TZID=Europe/Berlin:20261201T150000")
    undated = one("SUMMARY:Some day")
    tasks = [milk, call, undated]
    at = "2026-11-01T10:00:00.000000Z"
    tasks = [
        msgspec.structs.replace(task, id=f"{number}", updated_at=at)
        for number, task in enumerate(tasks)
    ]
    feed = Calendar.from_ical(write_feed(Bundle(tasks=tasks), "Europe/Berlin", "event", "Mine"))
    found = recurring_ical_events.of(feed).between((2026, 11, 30), (2026, 12, 8))
    days = sorted((str(event["SUMMARY"]), str(event["DTSTART"].dt)[:10]) for event in found)
    assert days == [
        ("Call", "2026-12-01"),
        ("Milk, eggs", "2026-11-30"),
        ("Milk, eggs", "2026-12-07"),
    ]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n")))
def test_texts_are_escaped_and_lists_split(text: str) -> None:
    assert unescape(escape(text)) == text
    assert split_list(",".join([escape(text), escape(text)])) == [text, text]


pieces = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "BEGIN:VTODO", "END:VTODO", "END:VCALENDAR", "BEGIN:VALARM"),
        *("END:VALARM", "TRIGGER:-PT1M", "DUE:20261124", "DUE;TZID=x:1", "RRULE:", "UID:a"),
        *("SUMMARY:", " x", "PRIORITY:1e999", "DURATION:P99999999W", "RELATED-TO:a", "DTSTART:"),
        *("X-SAYDO-LINKS:[1]", "X-SAYDO-ORDER:nan", "X-SAYDO-MINUTES:1e99", "COMMENT:", "RRULE:x"),
    ]
)


@settings(max_examples=150)
@given(
    st.binary(max_size=200)
    | st.lists(pieces | st.text(max_size=20), max_size=20).map(
        lambda lines: "\n".join([*lines[:9], *lines]).encode("utf-8", "replace")
    )
    | st.lists(pieces, max_size=10).map(
        lambda lines: calendar(*todo(*lines)),
    )
)
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with suppress(InvalidInputError):
        bundle = read_bytes(data, "ics", BERLIN)
        json.dumps([task.title for task in bundle.tasks])
