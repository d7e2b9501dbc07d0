from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.formats.saydo_csv import UNTOLD
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from shared.problems import InvalidInputError
from shared.tasks import Task
from tests.control_api.edges.exchange.conftest import BERLIN, empty_workspace, read_bytes, take_in
from tests.control_api.edges.exchange.workspaces import bundles


@settings(max_examples=15)
@given(bundles(trash=False))
def test_all_of_a_task_but_where_it_came_from_goes_out_and_in(bundle: Bundle) -> None:
    with empty_workspace() as here, empty_workspace() as there:
        take_in(here, bundle)
        data = write_file(read_bundle(here, KINDS, trash=False), "csv", BERLIN)
        take_in(there, read_bytes(data, "csv", BERLIN))
        assert told(there) == told(here)
        assert write_file(read_bundle(there, KINDS, trash=False), "csv", BERLIN) == data


def told(db: Database) -> list[dict[str, object]]:
    found = []
    for task in read_bundle(db, KINDS, trash=False).tasks:
        fields = msgspec.structs.asdict(task)
        for name in (*UNTOLD, "project_id", "tag_ids", "assignee_ids"):
            del fields[name]
        found.append(fields)
    return found


def read(text: str) -> list[Task]:
    return read_bytes(text.encode(), "csv", BERLIN).tasks


def test_a_title_is_enough() -> None:
    first, second = read("Title\nMilk\n\nMilk\n")
    assert (first.title, second.title) == ("Milk", "Milk")
    assert first.id != second.id
    assert [task.id for task in read("title\nMilk\nMilk\n")] == [first.id, second.id]


def test_semicolons_and_a_byte_order_mark_are_what_spreadsheets_write() -> None:
    [task] = read('\ufefftitle;due;tags\nMilk;2026-12-01;"home; shop"\n')
    assert (task.title, task.due, len(task.tag_ids)) == ("Milk", "2026-12-01", 2)


def test_no_cell_becomes_a_formula() -> None:
    for title in ("=1+1", "'=1+1", "+4", "@x", "-", "''@"):
        bundle = Bundle(tasks=read(f'title\n"\'{title}"\n'))
        assert bundle.tasks[0].title == title
        assert f",'{title}," in write_file(bundle, "csv", BERLIN).decode()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("due\n2026-12-01\n", "Line 1"),
        ('title\nA\n"open', "Line 3"),
    ],
)
def test_a_fault_is_named_by_its_line(text: str, place: str) -> None:
    with pytest.raises(InvalidInputError, match=place):
        read(text)


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with suppress(InvalidInputError):
        read_bytes(data, "csv", BERLIN)


def test_what_the_table_does_not_say_stays_as_it_is_here() -> None:
    with empty_workspace() as db:
        bundle = read_bytes(b"title,notes\nMilk,two litres\n", "csv", BERLIN)
        [task] = bundle.tasks
        take_in(db, bundle)
        changed = read_bytes(f"id,title\n{task.id},Oat milk\n".encode(), "csv", BERLIN)
        take_in(db, changed)
        [now] = read_bundle(db, KINDS).tasks
        assert (now.title, now.notes) == ("Oat milk", "two litres")


@pytest.mark.parametrize(
    ("name", "zone", "told"),
    [
        ("Europe/Berlin", "Europe/Berlin", []),
        ("Eastern Standard Time", "America/New_York", []),
        ("GMT-7", "Etc/GMT+7", []),
        ("Mars", None, ["Mars"]),
    ],
)
def test_a_time_keeps_its_date_whatever_its_zone_is_called(
    name: str, zone: str | None, told: list[str]
) -> None:
    data = f"title,due,time_zone\nThing,2026-12-24T15:00:00,{name}\n".encode()
    bundle = read_bytes(data, "csv", BERLIN)
    [task] = bundle.tasks
    assert (task.due, task.time_zone) == ("2026-12-24T15:00:00", zone)
    assert [each for loss in bundle.losses.report() for each in loss.examples] == told
