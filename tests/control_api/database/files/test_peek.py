"""A file that is only looked at stays as it is, to the byte, and so does its folder."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from control_api.database.files.peek import peek
from control_api.database.open import open_writer
from control_api.database.schema import Schema
from control_api.setup.setup_error import SetupError

older, newer = Migrations("notes"), Migrations("notes")


@older()
@newer()
def m001_notes(db: Database) -> None:
    db.execute("CREATE TABLE notes (text TEXT) STRICT")


@newer()
def m002_colours(db: Database) -> None:
    db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")


def folder_state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())
    }


def left_by_a_newer_program(folder: Path, beside: tuple[str, ...]) -> Path:
    """As after a kill: what it did last, even the newest step, is only in the file beside."""
    path = folder / "n.db"
    open_writer(path, Schema([older])).close()
    if beside:
        at_work = open_writer(path, Schema([newer]))
        copies = {suffix: Path(f"{path}{suffix}").read_bytes() for suffix in ("", *beside)}
        at_work.close()
        for suffix, content in copies.items():
            Path(f"{path}{suffix}").write_bytes(content)
    else:
        open_writer(path, Schema([newer])).close()
    return path


@pytest.mark.parametrize("beside", [(), ("-wal", "-shm"), ("-wal",)], ids=str)
def test_a_file_of_a_newer_program_is_refused_and_not_touched(
    tmp_path: Path, beside: tuple[str, ...]
) -> None:
    path = left_by_a_newer_program(tmp_path, beside)
    before = folder_state(tmp_path)
    assert len(before) == 1 + len(beside)
    with pytest.raises(SetupError, match="newer Saydo"):
        open_writer(path, Schema([older]))
    assert folder_state(tmp_path) == before


def test_what_others_write_at_the_moment_is_seen(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "n.db", Schema([older]))
    db.execute("INSERT INTO notes VALUES ('now')")
    before = folder_state(tmp_path)
    with peek(tmp_path / "n.db") as seen:
        assert list(seen.query("SELECT * FROM notes")) == [{"text": "now"}]
    assert folder_state(tmp_path).keys() == before.keys()
    db.execute("INSERT INTO notes VALUES ('and on')")
    db.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_write_protected_can_be_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    open_writer(folder / "n.db", Schema([older])).close()
    folder.chmod(0o500)
    with peek(folder / "n.db") as seen:
        assert "notes" in seen.table_names()
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_it_cannot_write(tmp_path: Path) -> None:
    open_writer(tmp_path / "n.db", Schema([older])).close()
    with (
        peek(tmp_path / "n.db") as seen,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        seen.execute("INSERT INTO notes VALUES ('x')")
