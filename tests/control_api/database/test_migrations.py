from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer
from control_api.database.schema import Schema
from control_api.setup.setup_error import SetupError


def first_step() -> Migrations:
    steps = Migrations("notes")

    @steps()
    def m001_notes(db: Database) -> None:
        db.execute("CREATE TABLE notes (text TEXT) STRICT")
        db.execute("INSERT INTO notes VALUES ('kept')")

    return steps


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    first = open_writer(path, WORKSPACE)
    before = list(first.conn.iterdump())
    first.close()
    second = open_writer(path, WORKSPACE)
    assert list(second.conn.iterdump()) == before
    second.close()


def test_a_step_that_fails_takes_the_ones_before_it_back(tmp_path: Path) -> None:
    open_writer(tmp_path / "n.db", Schema([first_step()])).close()
    steps = first_step()

    @steps()
    def m002_colours(db: Database) -> None:
        db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")

    @steps()
    def m003_broken(db: Database) -> None:
        db.execute("DELETE FROM notes")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        open_writer(tmp_path / "n.db", Schema([steps]))
    db = open_writer(tmp_path / "n.db", Schema([first_step()]))
    assert list(db.query("SELECT * FROM notes")) == [{"text": "kept"}]
    db.close()


def test_what_a_newer_program_wrote_is_refused_and_left_alone(tmp_path: Path) -> None:
    newer = first_step()

    @newer()
    def m002_colours(db: Database) -> None:
        db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")

    open_writer(tmp_path / "n.db", Schema([newer])).close()
    with pytest.raises(SetupError, match="newer Saydo"):
        open_writer(tmp_path / "n.db", Schema([first_step()]))
    db = open_writer(tmp_path / "n.db", Schema([newer]))
    assert list(db.query("SELECT * FROM notes")) == [{"text": "kept", "colour": None}]
    db.close()
