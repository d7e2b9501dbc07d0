import json
import zipfile
from io import BytesIO

import msgspec
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.intake.store import read_bundle
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.kinds.simple.store import all_things
from control_api.kinds.tasks.records.store import all_tasks
from shared.actions import Undo
from shared.problems import InvalidInputError
from tests.control_api.edges.exchange.conftest import (
    BERLIN,
    content,
    counts_of,
    do_in,
    empty_workspace,
    read_bytes,
    stored,
    take_in,
)
from tests.control_api.edges.exchange.workspaces import bundles


@settings(max_examples=25)
@given(bundles())
def test_everything_goes_out_and_comes_in_again_and_undo_takes_it_back(bundle: Bundle) -> None:
    with empty_workspace() as db:
        before = write_file(bundle, "saydo", BERLIN)
        file = read_bytes(before, "saydo", BERLIN)
        assert take_in(db, file).outcome == "done"
        assert not WORKSPACE.find_damage(db)
        whole = stored(db)
        after = write_file(read_bundle(db, KINDS), "saydo", BERLIN)
        assert without_time(after) == without_time(before)
        again = take_in(db, file)
        assert stored(db) == whole
        if bundle.tasks:
            counts = counts_of(again)["task"]
            assert (counts.new, counts.changed, counts.restored) == (0, 0, 0)
        if all_tasks(db) or all_things(db):
            event("undone")
            assert do_in(db, Undo()).outcome == "done"
        assert (all_tasks(db), all_things(db)) == ({}, {})
        assert not WORKSPACE.find_damage(db)


def without_time(data: bytes) -> dict[str, object]:
    read: dict[str, object] = json.loads(data)
    del read["exported_at"]
    return read


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(InvalidInputError, match="Nothing was imported"):
        read_bytes(data, "saydo", BERLIN)


def test_a_file_of_a_newer_version_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="newer Saydo"):
        read_bytes(b'{"format": "saydo", "version": 2}', "saydo", BERLIN)


def test_a_fault_is_named_by_its_place() -> None:
    with pytest.raises(InvalidInputError, match=r"Line 3"):
        read_bytes(b'{"format": "saydo",\n"version": 1,\n"tasks": [oops]}', "saydo", BERLIN)
    wrong = b'{"format": "saydo", "version": 1, "tags": [{"id": "a", "name": 7}]}'
    with pytest.raises(InvalidInputError, match=r"tags\[0\].name"):
        read_bytes(wrong, "saydo", BERLIN)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        read_bytes(b'{"format": "saydo", "version": 1, "x": ' + b"[" * 100_000, "saydo", BERLIN)


def test_a_zip_with_the_file_in_it_is_read_as_well() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("saydo.json", write_file(Bundle(), "saydo", BERLIN))
    assert content(read_bytes(packed.getvalue(), "saydo", BERLIN)) == content(Bundle())


def test_an_export_says_nothing_twice() -> None:
    with empty_workspace() as db:
        file = write_file(read_bundle(db, KINDS), "saydo", BERLIN)
        assert set(msgspec.json.decode(file)) == {
            "format",
            "version",
            "exported_at",
            "projects",
            "tags",
            "people",
            "filters",
            "tasks",
            "comments",
            "occurrences",
            "timers",
            "alarms",
            "settings",
            "trash",
        }
