import json
import zipfile
from contextlib import suppress
from io import BytesIO
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.edges.exchange.parts import limits
from control_api.edges.exchange.parts.archive import Archive
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.html_text import to_markdown
from shared.problems import InvalidInputError, TooLargeError
from shared.tasks import Reminder, Repeat, Task
from tests.control_api.edges.exchange.conftest import (
    BERLIN,
    counts_of,
    empty_workspace,
    read_bytes,
    take_in,
)

NEVER = "0001-01-01T00:00:00Z"


def packed(**files: str | bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_json", ".json"), data)
    return content.getvalue()


def export(*projects: dict[str, Any], filters: str = "null") -> bytes:
    return packed(VERSION="2.5.0", data_json=json.dumps(projects), filters_json=filters)


def read(*tasks: dict[str, Any], **project: Any) -> Bundle:
    made = {"id": 1, "title": "Work", "tasks": list(tasks), **project}
    return read_bytes(export(made), "vikunja", BERLIN)


def one(**fields: Any) -> Task:
    [task] = read({"id": 1, "title": "Milk", **fields}).tasks
    return task


def test_a_task_is_read_with_all_that_has_a_place() -> None:
    bundle = read(
        {
            "id": 7,
            "title": "Milk",
            "description": "<p>two <strong>litres</strong></p>",
            "done": True,
            "done_at": "2026-11-02T10:00:00Z",
            "due_date": "2026-12-01T14:00:00Z",
            "start_date": NEVER,
            "end_date": NEVER,
            "priority": 3,
            "percent_done": 0.4,
            "labels": [{"title": "shop", "hex_color": "FF0000"}],
            "assignees": [{"username": "bo", "name": "Bo", "email": "bo@example.org"}],
            "comments": [
                {
                    "id": 3,
                    "comment": "<p>which?</p>",
                    "created": "2026-11-01T10:00:00Z",
                    "author": {"username": "al"},
                }
            ],
            "attachments": [{"id": 1, "file": {"id": 5, "name": "a.pdf"}}],
            "bucket_id": 9,
            "created": "2026-11-01T09:00:00Z",
            "updated": "2026-11-02T10:00:00.123456789Z",
        },
        hex_color="00ff00",
        buckets=[{"id": 9, "title": "Doing"}],
    )
    [task] = bundle.tasks
    assert (task.notes, task.priority, task.section) == ("two **litres**", "high", "Doing")
    assert (task.due, task.time_zone, task.start) == ("2026-12-01T15:00:00", "Europe/Berlin", None)
    assert (task.status, task.completed_at) == ("completed", "2026-11-02T10:00:00.000000Z")
    assert task.updated_at == "2026-11-02T10:00:00.123456Z"
    assert task.extra["vikunja"]["percent_done"] == 0.4
    assert [(tag.name, tag.colour) for tag in bundle.tags] == [("shop", "#ff0000")]
    assert [(each.name, each.colour) for each in bundle.projects] == [("Work", "#00ff00")]
    [comment] = bundle.comments
    assert (comment.text, comment.author) == ("which?", "al")
    assert [loss.field for loss in bundle.losses.report()] == ["attachments"]


@pytest.mark.parametrize("text", [NEVER, None, ""])
def test_the_zero_date_is_none(text: str | None) -> None:
    assert one(due_date=text).due is None


@pytest.mark.parametrize(
    ("number", "priority"),
    [(0, None), (1, "low"), (2, "medium"), (3, "high"), (4, "urgent"), (5, "urgent")],
)
def test_priorities(number: int, priority: str | None) -> None:
    assert one(priority=number).priority == priority


@pytest.mark.parametrize(
    ("after", "mode", "repeat"),
    [
        (0, 0, None),
        (86400, 0, Repeat(rule="FREQ=DAILY")),
        (3 * 86400, 2, Repeat(rule="FREQ=DAILY;INTERVAL=3", basis="completion")),
        (14 * 86400, 0, "WEEKLY;INTERVAL=2"),
        (0, 1, "MONTHLY"),
        (3600, 0, None),
    ],
)
def test_repeats(after: int, mode: int, repeat: Repeat | str | None) -> None:
    task = one(due_date="2026-12-01T14:00:00Z", repeat_after=after, repeat_mode=mode)
    if isinstance(repeat, str):
        assert task.repeat is not None
        assert task.repeat.rule.startswith(f"FREQ={repeat}")
    else:
        assert task.repeat == repeat


def test_reminders_in_the_new_and_the_old_form() -> None:
    task = one(
        due_date="2026-12-01T14:00:00Z",
        reminders=[
            {
                "reminder": "2026-12-01T13:30:00Z",
                "relative_period": -1800,
                "relative_to": "due_date",
            },
            {"reminder": "2026-11-30T08:00:00Z", "relative_period": 0, "relative_to": ""},
        ],
        reminder_dates=["2026-11-29T08:00:00Z"],
    )
    assert task.reminders == [
        Reminder(before_min=30, anchor="due"),
        Reminder(at="2026-11-30T09:00:00", time_zone="Europe/Berlin"),
        Reminder(at="2026-11-29T09:00:00", time_zone="Europe/Berlin"),
    ]


def test_a_relation_stored_with_both_tasks_is_one() -> None:
    whole, part, late, other = read(
        {"id": 1, "title": "Whole", "related_tasks": {"subtask": [{"id": 2}]}},
        {"id": 2, "title": "Part", "related_tasks": {"parenttask": [{"id": 1}]}},
        {"id": 3, "title": "Late", "related_tasks": {"blocked": [{"id": 2}]}},
        {
            "id": 4,
            "title": "Other",
            "related_tasks": {"blocking": [{"id": 3}], "related": [{"id": 1}]},
        },
    ).tasks
    assert (part.parent_id, whole.parent_id) == (whole.id, None)
    assert late.depends_on == [part.id, other.id]
    related = read(
        {"id": 1, "title": "A", "related_tasks": {"related": [{"id": 2}]}},
        {"id": 2, "title": "B", "related_tasks": {"related": [{"id": 1}]}},
    )
    assert [loss.count for loss in related.losses.report()] == [1]


def test_the_same_export_twice_changes_nothing() -> None:
    task = {"id": 1, "title": "Milk", "comments": [{"id": 1, "comment": "Hm"}]}
    with empty_workspace() as db:
        take_in(db, read(task))
        counts = counts_of(take_in(db, read(task)))
    assert (counts["task"].same, counts["comment"].same, counts["project"].same) == (1, 1, 1)


def test_saved_filters_are_named_in_the_report() -> None:
    filters = '[{"title": "Soon", "filters": {"filter": "dueDate < now+7d"}}]'
    bundle = read_bytes(export(filters=filters), "vikunja", BERLIN)
    assert [(loss.field, loss.examples) for loss in bundle.losses.report()] == [
        ("filters", ["Soon"])
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b", "a\nb"),
        ("<ul><li><p>a</p></li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n\n  1. c"),
        (
            '<ul><li data-checked="true">a</li><li data-checked="false">b</li></ul>',
            "- [x] a\n- [ ] b",
        ),
        ('<a href="https://example.org">x</a> <em>y</em>', "[x](https://example.org) *y*"),
        ("<h2>T</h2>text", "## T\n\ntext"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("<script>alert(1)</script>x", "x"),
    ],
)
def test_html_becomes_markdown(html: str, text: str) -> None:
    assert to_markdown(html) == text


@pytest.mark.parametrize(
    "name", ["../evil", "files/../../evil", "/etc/passwd", "a\\..\\b", "C:evil", "files/.."]
)
def test_a_zip_that_wants_to_break_out_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError, match="written elsewhere"):
        Archive(BytesIO(packed(VERSION="1", **{name: "x"})))


def test_a_link_in_a_zip_is_refused() -> None:
    content = BytesIO()
    link = zipfile.ZipInfo("files/1")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(InvalidInputError, match="written elsewhere"):
        Archive(content)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000_000)
    bomb = packed(VERSION="1", data_json=b" " * 3_000_000 + b"[]")
    assert len(bomb) < 10_000
    with pytest.raises(TooLargeError, match="Split it"):
        read_bytes(bomb, "vikunja", BERLIN)


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    data = packed(VERSION="1", data_json=b"[]" + b" " * 1000)
    lying = data.replace((1002).to_bytes(4, "little"), (2).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(InvalidInputError):
        read_bytes(lying, "vikunja", BERLIN)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no zip", "no zip"),
        (packed(data_json="[]"), "no export of Vikunja"),
        (packed(VERSION="1"), "no data.json"),
        (packed(VERSION="1", data_json="[{]"), "no good JSON"),
        (
            export({"id": 1, "title": "A", "tasks": [{"id": 1, "title": "x", "priority": 9}]}),
            "project 1, task 1",
        ),
        (export({"id": 1, "title": "A", "tasks": "x"}), "project 1"),
    ],
)
def test_what_is_no_export_is_refused_in_words(data: bytes, told: str) -> None:
    with pytest.raises(InvalidInputError, match=told):
        read_bytes(data, "vikunja", BERLIN)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
names = st.sampled_from(
    ["title", "due_date", "labels", "related_tasks", "comments", "reminders", "repeat_after", "x"]
)


@settings(max_examples=100)
@given(st.dictionaries(names, values))
def test_any_values_are_read_or_refused_in_words(fields: dict[str, Any]) -> None:
    project = msgspec.json.encode([{"id": 1, "title": "A", "tasks": [{"id": 1, **fields}]}])
    with suppress(InvalidInputError):
        read_bytes(packed(VERSION="1", data_json=project), "vikunja", BERLIN)


@settings(max_examples=100)
@given(st.binary(max_size=300).map(lambda rest: b"PK\x03\x04" + rest), st.integers(0, 200))
def test_any_bytes_are_refused_in_words(data: bytes, at: int) -> None:
    good = bytearray(export({"id": 1, "title": "A"}))
    good[at % len(good)] ^= 0xFF
    for each in (data, bytes(good)):
        with suppress(InvalidInputError):
            read_bytes(each, "vikunja", BERLIN)


@given(st.text(max_size=60) | st.text("<>/!-&;pbaliu =\"'", max_size=60))
def test_any_html_is_text(html: str) -> None:
    assert isinstance(to_markdown(html), str)
