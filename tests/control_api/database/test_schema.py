"""What a schema checks is found in files of its kind, and told as far as it can be read."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlite_utils import Database, Migrations

from control_api.database.check import check_file, check_quickly
from control_api.database.folder import DataFolder, Schemas
from control_api.database.open import open_writer
from control_api.database.report import report_on
from control_api.database.schema import Schema

steps = Migrations("notes")
later = Migrations("more notes")


@steps()
def m001_notes(db: Database) -> None:
    db.execute("CREATE TABLE notes (text TEXT) STRICT")


@later()
def m001_colours(db: Database) -> None:
    db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")


def find_loud(db: Database) -> Iterator[str]:
    for (text,) in db.execute("SELECT text FROM notes"):
        if text.isupper():
            yield f"{text} is loud."


def find_long(db: Database) -> list[str]:
    return [f"{text} is long." for (text,) in db.execute("SELECT text FROM notes WHERE text > 'L'")]


NOTES = Schema(
    [steps],
    table="notes",
    checks={"loudness": find_loud, "length": find_long},
    quick_checks=[find_long],
    count_events=lambda db: db["notes"].count,
)
OTHER = Schema([Migrations("other")], table="others")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "n.db"


def write(path: Path, *texts: str | None) -> None:
    db = open_writer(path, NOTES)
    for text in texts:
        db.execute("INSERT INTO notes VALUES (?)", [text])
    db.close()


def test_each_check_says_what_it_finds_in_the_order_of_the_checks(path: Path) -> None:
    write(path, "Long", "HIGH")
    assert check_file(path, NOTES) == ["HIGH is loud.", "Long is long."]
    assert check_quickly(path, NOTES) == ["Long is long."]


def test_a_check_that_can_not_read_on_says_what_it_found_and_leaves_the_rest_to_others(
    path: Path,
) -> None:
    write(path, "LOUD", None, "Long")
    assert check_file(path, NOTES) == [
        "LOUD is loud.",
        "The loudness can't be read to the end.",
        "LOUD is long.",
        "Long is long.",
    ]


def test_that_the_disk_fails_is_no_damage(path: Path) -> None:
    def fail(db: Database) -> Iterator[str]:
        yield from ()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    write(path)
    with pytest.raises(sqlite3.OperationalError, match="disk"):
        check_file(path, replace(NOTES, checks={"disk": fail}))


def test_a_file_that_lacks_steps_is_not_checked_by_what_they_make(path: Path) -> None:
    write(path, "LOUD")
    assert check_file(path, replace(NOTES, steps=[steps, later])) == []


def test_a_file_is_known_by_its_place_or_else_by_its_table(tmp_path: Path, path: Path) -> None:
    schemas = Schemas(control=OTHER, workspace=NOTES)
    assert schemas.told_by({"notes", "sqlite_sequence"}) is NOTES
    assert schemas.told_by({"others"}) is OTHER
    assert schemas.told_by({"sqlite_sequence"}) is None
    folder = DataFolder(tmp_path, schemas)
    assert folder.file("control.db").schema is OTHER
    assert folder.file("workspaces/n.db").schema is NOTES


def test_the_events_are_counted_of_a_file_that_keeps_a_log(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path, Schemas(control=OTHER, workspace=NOTES))
    (tmp_path / "workspaces").mkdir()
    write(tmp_path / "workspaces" / "n.db", "Ah", "Bah")
    open_writer(tmp_path / "control.db", OTHER).close()
    assert [report_on(file).events for file in folder.files()] == [None, 2]
