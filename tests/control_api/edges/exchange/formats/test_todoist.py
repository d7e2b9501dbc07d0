import json
import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.app.registry import KINDS
from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.formats.todoist_dates import read_date
from control_api.edges.exchange.formats.todoist_words import say_repeat
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.losses import Circumstances
from shared.problems import InvalidInputError
from shared.tasks import Repeat, Task
from shared.things import Person, Project, Tag
from tests.control_api.edges.exchange.conftest import BERLIN, empty_workspace, read_bytes, take_in
from tests.control_api.edges.exchange.workspaces import bundles

TODAY = date(2026, 11, 21)  # a Saturday
OLD = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE"
NEW = (
    "TYPE,CONTENT,DESCRIPTION,IS_COLLAPSED,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,"
    "TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG"
)


def table(text: str, name: str = "Work") -> Bundle:
    where = Circumstances(time_zone="Europe/Berlin", today="2026-11-21", name=name)
    return read_bytes(text.encode(), "todoist-csv", where)


def one(row: str) -> Task:
    [task] = table(f"{OLD}\n{row}\n").tasks
    return task


def names(bundle: Bundle) -> dict[str, str]:
    things: list[Tag | Project | Person] = [*bundle.tags, *bundle.projects, *bundle.people]
    return {thing.id: thing.name for thing in things}


def test_a_table_is_read_whole() -> None:
    bundle = table(
        f"\ufeff{NEW}\n"
        "meta,view_style=list,,,,,,,,,,,,,\n"
        ",,,,,,,,,,,,,,\n"
        'task,"Buy milk, eggs @shop",two litres,,2,1,Al (1),Bo (2),2026-12-01,en,,'
        "30,minute,2026-12-05,en\n"
        'note,"Which\nmilk?",,,,,Bo (2),,2026-11-20T10:00:00.000000Z,,,,,,\n'
        "section,Later,,,,,,,,,,,,,\n"
        "task,Plan,,,1,1,,,,,,,,,\n"
        "task,Part,,,4,2,,,,,,,,,\n"
        "task,Part of part,,,4,3,,,,,,,,,\n"
        "task,Other,,,4,2,,,,,,,,,\n"
    )
    milk, plan, part, deep, other = bundle.tasks
    assert milk.title == "Buy milk, eggs"
    assert [names(bundle)[each] for each in [*milk.tag_ids, *milk.assignee_ids]] == ["shop", "Bo"]
    assert (milk.notes, milk.priority, milk.due) == ("two litres", "high", "2026-12-01")
    assert (milk.duration_min, milk.deadline, milk.section) == (30, "2026-12-05", None)
    assert names(bundle)[milk.project_id or ""] == "Work"
    [note] = bundle.comments
    assert (note.task_id, note.text, note.author) == (milk.id, "Which\nmilk?", "Bo")
    assert note.created_at == "2026-11-20T10:00:00.000000Z"
    assert {each.section for each in (plan, part, deep, other)} == {"Later"}
    assert [each.parent_id for each in (plan, part, deep, other)] == [
        None,
        plan.id,
        part.id,
        plan.id,
    ]


@pytest.mark.parametrize(
    ("told", "priority"),
    [("1", "urgent"), ("2", "high"), ("3", "medium"), ("4", None), ("", "urgent")],
)
def test_in_the_table_one_is_the_highest_priority(told: str, priority: str | None) -> None:
    assert one(f"task,Milk,,{told},1,,,,,").priority == priority


@pytest.mark.parametrize(
    ("told", "priority"), [(4, "urgent"), (3, "high"), (2, "medium"), (1, None), (None, None)]
)
def test_in_the_api_four_is_the_highest_priority(told: int | None, priority: str | None) -> None:
    [task] = items({"id": "1", "content": "Milk", "priority": told}).tasks
    assert task.priority == priority


@pytest.mark.parametrize(
    ("text", "language", "due", "rule"),
    [
        ("2026-01-05", "en", "2026-01-05", None),
        ("2026-01-05 15:30", "en", "2026-01-05T15:30:00", None),
        ("17 Aug", "en", "2027-08-17", None),
        ("Dec 24 2026", "en", "2026-12-24", None),
        ("24. Dezember", "de", "2026-12-24", None),
        ("tomorrow at 5pm", "en", "2026-11-22T17:00:00", None),
        ("morgen um 17:00", "de", "2026-11-22T17:00:00", None),
        ("monday", "en", "2026-11-23", None),
        ("every day", "en", "2026-11-21", "FREQ=DAILY"),
        ("every 3 days", "en", "2026-11-21", "FREQ=DAILY;INTERVAL=3"),
        ("every other week", "en", "2026-11-21", "FREQ=WEEKLY;INTERVAL=2"),
        ("every mon, thu at 9:15", "en", "2026-11-23T09:15:00", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("every workday", "en", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every 15th", "en", "2026-12-15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("every last day", "en", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every month starting 2026-12-03", "en", "2026-12-03", "FREQ=MONTHLY"),
        ("every day until 2027-01-31", "en", "2026-11-21", "FREQ=DAILY;UNTIL=20270131"),
        ("jährlich", "de", "2026-11-21", "FREQ=YEARLY"),
        ("jeden Montag um 8:00", "de", "2026-11-23T08:00:00", "FREQ=WEEKLY;BYDAY=MO"),
        ("alle 2 Wochen", "de", "2026-11-21", "FREQ=WEEKLY;INTERVAL=2"),
        ("quarterly", "en", "2026-11-21", "FREQ=MONTHLY;INTERVAL=3"),
        ("every 3rd friday at 8pm", "en", "2026-12-18T20:00:00", "FREQ=MONTHLY;BYDAY=3FR"),
        ("every 2nd monday", "en", "2026-12-14", "FREQ=MONTHLY;BYDAY=2MO"),
        ("every last friday", "en", "2026-11-27", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every jan 27th", "en", "2027-01-27", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=27"),
        ("every 27", "en", "2026-11-27", "FREQ=MONTHLY;BYMONTHDAY=27"),
        ("every 2, 15, 27", "en", "2026-11-27", "FREQ=MONTHLY;BYMONTHDAY=2,15,27"),
        ("jeden ersten Montag um 18 Uhr", "de", "2026-12-07T18:00:00", "FREQ=MONTHLY;BYDAY=1MO"),
        ("werktags", "de", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("übermorgen", "de", "2026-11-23", None),
        ("jeden Morgen", "de", "2026-11-21T09:00:00", "FREQ=DAILY"),
        ("jeden Tag bis 31.1.2027", "de", "2026-11-21", "FREQ=DAILY;UNTIL=20270131"),
        ("demain à 17h", "fr", "2026-11-22T17:00:00", None),
        ("tous les lundis à 8h", "fr", "2026-11-23T08:00:00", "FREQ=WEEKLY;BYDAY=MO"),
        ("tous les 3 jours", "fr", "2026-11-21", "FREQ=DAILY;INTERVAL=3"),
        ("24 décembre", "fr", "2026-12-24", None),
        ("jeden 27.", "de", "2026-11-27", "FREQ=MONTHLY;BYMONTHDAY=27"),
        ("every morning", "en", "2026-11-21T09:00:00", "FREQ=DAILY"),
        ("every evening", "en", "2026-11-21T19:00:00", "FREQ=DAILY"),
        ("weekdays", "en", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("tom at 5pm", "en", "2026-11-22T17:00:00", None),
        ("3 days", "en", "2026-11-24", None),
        ("01/27/2027", "en", "2027-01-27", None),
        ("27-01-2027", "en", "2027-01-27", None),
        ("jan 27 @ 5pm", "en", "2027-01-27T17:00:00", None),
    ],
)
def test_dates_are_text(text: str, language: str, due: str, rule: str | None) -> None:
    said = read_date(text, language, TODAY)
    assert said is not None
    assert (said.due, said.repeat and said.repeat.rule) == (due, rule)


@pytest.mark.parametrize(
    "text",
    [
        *("someday", "every blue moon", "31 Feb", "every 0 days", "10/01", "monitor"),
        *("every 32nd", "every 12 hours", "every 15 workday", "twice a week", "no date"),
    ],
)
def test_what_is_no_date_is_kept_and_said(text: str) -> None:
    bundle = table(f"{OLD}\ntask,Milk,,4,1,,,{text},en,\n")
    assert bundle.tasks[0].due is None
    assert bundle.tasks[0].extra["todoist-csv"]["date"] == text
    assert [loss.field for loss in bundle.losses.report() if loss.kept] == ["DATE"]


def test_every_with_an_exclamation_mark_counts_from_completion() -> None:
    said = read_date("every! 2 weeks", "en", TODAY)
    assert said is not None
    assert said.repeat == Repeat(rule="FREQ=WEEKLY;INTERVAL=2", basis="completion")
    assert say_repeat(said.repeat) == "every! 2 weeks"


def test_an_instant_keeps_the_zone_of_its_row() -> None:
    task = one("task,Milk,,4,1,,,2026-12-01T10:00:00+00:00,en,America/New_York")
    assert (task.due, task.time_zone) == ("2026-12-01T05:00:00", "America/New_York")


@pytest.mark.parametrize(
    "row",
    [
        "task,Milk,,9,1,,,,,",
        "task,Milk,,1,7,,,,,",
        "thing,Milk,,1,1,,,,,",
    ],
)
def test_a_bad_row_is_named_by_its_line(row: str) -> None:
    with pytest.raises(InvalidInputError, match="Line 3"):
        table(f"{OLD}\ntask,Tea,,1,1,,,,,\n{row}\n")


def test_a_backup_has_a_table_for_each_project() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Home [123].csv", f"{OLD}\ntask,Milk,,4,1,,,,,\n")
        archive.writestr("Inbox [7].csv", f"{OLD}\ntask,Tea,,4,1,,,,,\n")
    bundle = read_bytes(packed.getvalue(), "todoist-csv", BERLIN)
    found = {task.title: names(bundle).get(task.project_id or "") for task in bundle.tasks}
    assert found == {"Milk": "Home", "Tea": None}


def items(*records: dict[str, Any], **rest: Any) -> Bundle:
    return read_bytes(json.dumps({"items": records, **rest}).encode(), "todoist-json", BERLIN)


def test_all_of_the_api_is_read() -> None:
    bundle = items(
        {
            "id": "10",
            "content": "Call",
            "description": "soon",
            "project_id": "1",
            "section_id": "2",
            "labels": ["phone"],
            "priority": 4,
            "due": {
                "date": "2026-12-01T09:00:00Z",
                "timezone": "America/New_York",
                "string": "every mon",
                "lang": "en",
                "is_recurring": True,
            },
            "deadline": {"date": "2026-12-24", "lang": "en"},
            "duration": {"amount": 1, "unit": "day"},
            "responsible_uid": "5",
            "added_at": "2026-11-01T10:00:00.123456Z",
            "child_order": 3,
            "day_order": -1,
        },
        {"id": "11", "content": "Part", "parent_id": "10", "due": {"date": "2026-12-01"}},
        {"id": "12", "content": "Done", "checked": True, "completed_at": "2026-11-02T10:00:00Z"},
        {"id": "13", "content": "Gone", "is_deleted": True},
        projects=[
            {"id": "1", "name": "Work", "color": "blue"},
            {"id": "9", "name": "Inbox", "inbox_project": True},
        ],
        sections=[{"id": "2", "project_id": "1", "name": "Calls"}],
        labels=[{"id": "3", "name": "phone", "color": "red"}],
        collaborators=[{"id": "5", "full_name": "Bo", "email": "bo@example.org"}],
        notes=[
            {
                "id": "6",
                "item_id": "10",
                "content": "see",
                "posted_uid": "5",
                "posted_at": "2026-11-03T10:00:00Z",
                "file_attachment": {"file_name": "a.pdf", "file_url": "https://example.org/a"},
            }
        ],
        reminders=[
            {"id": "7", "item_id": "10", "type": "relative", "minute_offset": 30},
            {"id": "8", "item_id": "10", "type": "location", "name": "Home"},
        ],
    )
    call, part, done = bundle.tasks
    assert (call.due, call.time_zone) == ("2026-12-01T04:00:00", "America/New_York")
    assert call.repeat == Repeat(rule="FREQ=WEEKLY;BYDAY=MO")
    assert (call.section, call.order, call.duration_min) == ("Calls", 3.0, 1440)
    assert call.extra["todoist"]["day_order"] == -1
    assert [reminder.before_min for reminder in call.reminders] == [30]
    assert part.parent_id == call.id
    assert (done.status, done.completed_at) == ("completed", "2026-11-02T10:00:00.000000Z")
    assert [project.name for project in bundle.projects] == ["Work"]
    assert bundle.projects[0].colour == "#4073ff"
    [comment] = bundle.comments
    assert (comment.text, comment.author) == ("see\n\n[a.pdf](https://example.org/a)", "Bo")
    assert {loss.field for loss in bundle.losses.report()} == {"file_attachment", "reminder"}


@pytest.mark.parametrize("name", ["items", "results"])
def test_pages_of_the_api_are_read(name: str) -> None:
    page = {name: [{"id": 1, "content": "Milk"}], "next_cursor": None}
    [task] = read_bytes(json.dumps(page).encode(), "todoist-json", BERLIN).tasks
    [same] = read_bytes(json.dumps(page[name]).encode(), "todoist-json", BERLIN).tasks
    assert (task.title, same.id) == ("Milk", task.id)


@settings(max_examples=12)
@given(bundles(trash=False), st.sampled_from(["todoist-csv", "todoist-json"]))
def test_what_the_format_can_hold_goes_out_and_in(
    bundle: Bundle, form: Literal["todoist-csv", "todoist-json"]
) -> None:
    # A due date that its own rule would not give is not one there.
    daily = Repeat(rule="FREQ=DAILY")
    bundle.tasks = [
        msgspec.structs.replace(task, repeat=task.repeat and daily) for task in bundle.tasks
    ]
    with empty_workspace() as here, empty_workspace() as there:
        take_in(here, bundle)
        data = write_file(read_bundle(here, KINDS, trash=False), form, BERLIN)
        take_in(there, read_bytes(data, form, BERLIN))
        again = write_file(read_bundle(there, KINDS, trash=False), form, BERLIN)
        if form == "todoist-json":
            assert comparable(again) == comparable(data)
        else:
            assert tables(again) == tables(data)


def comparable(data: bytes) -> dict[str, Any]:
    """What is not told is filled in when it is taken in: the cancelled are done since now."""
    content: dict[str, Any] = json.loads(data)
    for item in content["items"]:
        if item["completed_at"] is None or item["checked"]:
            item["completed_at"] = None
    used = {item["responsible_uid"] for item in content["items"]}
    content["collaborators"] = [each for each in content["collaborators"] if each["id"] in used]
    return content


def tables(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in sorted(archive.namelist())}


@settings(max_examples=100)
@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: f"{OLD}\ntask,{text}".encode())
)
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for form in ("todoist-csv", "todoist-json"):
        with suppress(InvalidInputError):
            read_bytes(data, form, BERLIN)


@settings(max_examples=200)
@given(st.text(max_size=40) | st.from_regex(r"every!? [a-z0-9, ]{0,20}( at [0-9:apm]{1,5})?"))
def test_any_text_is_a_date_or_none(text: str) -> None:
    said = read_date(text, "en", TODAY)
    if said is not None:
        assert len(said.due) in {10, 19}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
fields = st.sampled_from(
    ["content", "due", "duration", "labels", "priority", "parent_id", "deadline", "checked", "x"]
)


@settings(max_examples=100)
@given(st.dictionaries(fields, values))
def test_any_values_are_read_or_refused_in_words(given_fields: dict[str, Any]) -> None:
    with suppress(InvalidInputError):
        data = msgspec.json.encode({"items": [{"id": "1", **given_fields}]})
        read_bytes(data, "todoist-json", BERLIN)
