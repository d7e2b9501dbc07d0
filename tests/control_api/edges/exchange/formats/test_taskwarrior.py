import json
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.app.registry import KINDS
from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.edges.exchange.parts.recurrence import rule_of_word, word_of_rule
from shared.problems import InvalidInputError
from tests.control_api.edges.exchange.conftest import (
    BERLIN,
    counts_of,
    empty_workspace,
    read_bytes,
    take_in,
)
from tests.control_api.edges.exchange.workspaces import bundles

FIRST = "11111111-1111-4111-8111-111111111111"
SECOND = "22222222-2222-4222-8222-222222222222"
CHILD = "33333333-3333-4333-8333-333333333333"


def record(uuid: str = FIRST, **fields: Any) -> dict[str, Any]:
    return {
        "uuid": uuid,
        "status": "pending",
        "description": "Milk",
        "entry": "20261101T100000Z",
        "modified": "20261102T100000Z",
        **fields,
    }


def read(*records: dict[str, Any]) -> Bundle:
    return read_bytes(json.dumps(records).encode(), "taskwarrior", BERLIN)


def given_back(*records: dict[str, Any]) -> list[dict[str, Any]]:
    """What comes out of a workspace that these records were imported into."""
    with empty_workspace() as db:
        take_in(db, read(*records))
        written: list[dict[str, Any]] = json.loads(
            write_file(read_bundle(db, KINDS, trash=False), "taskwarrior", BERLIN)
        )
        again = read_bytes(json.dumps(written).encode(), "taskwarrior", BERLIN)
        with empty_workspace() as there:
            take_in(there, again)
            assert (
                json.loads(
                    write_file(read_bundle(there, KINDS, trash=False), "taskwarrior", BERLIN)
                )
                == written
            )
    return written


def test_all_three_shapes_are_read() -> None:
    one, two = record(), record(SECOND, description="Tea")
    array = read(one, two).tasks
    lines = f"{json.dumps(one)}\n{json.dumps(two)}\n".encode()
    old = f"[\n{json.dumps(one)},\n{json.dumps(two)}\n]".encode()
    assert read_bytes(lines, "taskwarrior", BERLIN).tasks == array
    assert read_bytes(old, "taskwarrior", BERLIN).tasks == array
    assert read_bytes(json.dumps(one).encode(), "taskwarrior", BERLIN).tasks == array[:1]


@pytest.mark.parametrize("depends", [[FIRST], FIRST, f"{FIRST},", f" {FIRST.upper()}"])
def test_dependencies_are_read_in_both_forms(depends: object) -> None:
    assert read(record(), record(SECOND, depends=depends)).tasks[1].depends_on == [FIRST]


def test_what_saydo_has_no_field_for_comes_back_unchanged() -> None:
    everything = record(
        due="20261124T140000Z",
        scheduled="20261123T140000Z",
        wait="20261120T000000Z",
        until="20270101T000000Z",
        project="home.garden",
        priority="H",
        tags=["shop", "next"],
        depends=[SECOND],
        annotations=[{"entry": "20261103T100000Z", "description": "two litres"}],
        colour="red",
        effort=2.5,
        reviewed="20261103T100000Z",
        imask=1.0,
    )
    other = record(SECOND, status="deleted", end="20261105T100000Z")
    assert given_back(everything, other) == [everything, other]


def test_midnight_is_a_day_and_days_come_back_as_midnight() -> None:
    written = record(due="20261123T230000Z")
    assert read(written).tasks[0].due == "2026-11-24"
    assert given_back(written) == [written]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("20261124T140000Z", "2026-11-24T15:00:00"),
        ("1795528800", "2026-11-24T15:00:00"),
        ("2026-11-24T14:00:00Z", "2026-11-24T15:00:00"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_dates_are_read_in_each_form(text: str, due: str) -> None:
    assert read(record(due=text)).tasks[0].due == due


def test_started_done_and_deleted_tasks_keep_their_times() -> None:
    records = [
        record(start="20261103T100000Z"),
        record(SECOND, status="completed", end="20261104T100000Z"),
    ]
    started, done = read(*records).tasks
    assert (started.status, done.status) == ("in_progress", "completed")
    assert done.completed_at == "2026-11-04T10:00:00.000000Z"
    assert given_back(*records) == records


def test_a_recurring_task_and_its_open_instance_are_one_task() -> None:
    template = record(
        status="recurring", recur="weekly", due="20261101T230000Z", mask="+-", rtype="periodic"
    )
    open_one = record(CHILD, parent=FIRST, imask=1, recur="weekly", due="20261108T230000Z")
    done = record(
        SECOND, parent=FIRST, imask=0, recur="weekly", status="completed", end="20261102T100000Z"
    )
    waits = record("44444444-4444-4444-8444-444444444444", depends=[CHILD])
    bundle = read(template, open_one, done, waits)
    assert [task.id for task in bundle.tasks] == [FIRST, SECOND, waits["uuid"]]
    repeating, _, waiting = bundle.tasks
    assert repeating.due == "2026-11-09"
    assert repeating.repeat is not None
    assert repeating.repeat.rule == "FREQ=WEEKLY;BYDAY=MO"
    assert waiting.depends_on == [FIRST]
    assert [loss.count for loss in bundle.losses.report() if loss.field == "parent"] == [1]


def test_a_recurrence_there_is_no_rule_for_is_said_and_kept() -> None:
    odd = record(status="recurring", recur="PT36H", due="20261124T140000Z", mask="-")
    bundle = read(odd)
    assert bundle.tasks[0].repeat is None
    [loss] = bundle.losses.report()
    assert (loss.field, loss.kept, loss.examples) == ("recur", True, ["PT36H"])
    assert given_back(odd)[0]["recur"] == "PT36H"


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("daily", "FREQ=DAILY"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("3wks", "FREQ=WEEKLY;INTERVAL=3"),
        ("2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("P30D", "FREQ=DAILY;INTERVAL=30"),
        ("2yrs", "FREQ=YEARLY;INTERVAL=2"),
    ],
)
def test_duration_words_are_rules(word: str, rule: str) -> None:
    assert rule_of_word(word) == rule
    assert rule_of_word(word_of_rule(rule) or "") == rule


@pytest.mark.parametrize("word", ["", "0d", "sometimes", "99999d", "PT5H", "-1d"])
def test_other_words_are_no_rules(word: str) -> None:
    assert rule_of_word(word) is None


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[{}]",
        f'[{{"uuid": "{FIRST}", "status": "pending"}}]',
        "[1]",
        "7",
        "{\n{}\n",
    ],
)
def test_what_is_no_list_of_tasks_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match=r"(Record|Line) \d.*Nothing was imported"):
        read_bytes(text.encode(), "taskwarrior", BERLIN)


def test_a_uuid_twice_is_warned_of() -> None:
    bundle = read(record(), record(description="Tea"))
    assert [task.title for task in bundle.tasks] == ["Tea"]
    assert len(bundle.warnings) == 1


def test_the_same_data_twice_changes_nothing_whatever_is_derived() -> None:
    with empty_workspace() as db:
        take_in(db, read(record(id=1, urgency=2.5)))
        counts = counts_of(take_in(db, read(record(id=7, urgency=9))))
        assert (counts["task"].same, counts["task"].changed) == (1, 0)


@settings(max_examples=15)
@given(bundles(trash=False))
def test_what_the_format_can_hold_goes_out_and_in(bundle: Bundle) -> None:
    with empty_workspace() as here, empty_workspace() as there:
        take_in(here, bundle)
        data = write_file(read_bundle(here, KINDS, trash=False), "taskwarrior", BERLIN)
        take_in(there, read_bytes(data, "taskwarrior", BERLIN))
        again = write_file(read_bundle(there, KINDS, trash=False), "taskwarrior", BERLIN)
        assert json.loads(again) == json.loads(data)


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with suppress(InvalidInputError):
        read_bytes(data, "taskwarrior", BERLIN)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
names = st.sampled_from(
    ["status", "due", "wait", "tags", "annotations", "depends", "recur", "parent", "notes", "x"]
)


@settings(max_examples=100)
@given(st.dictionaries(names, values))
def test_any_values_are_read_or_refused_in_words(fields: dict[str, Any]) -> None:
    with suppress(InvalidInputError):
        read_bytes(msgspec.json.encode([record(**fields)]), "taskwarrior", BERLIN)
