import asyncio
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from control_api.app.schemas import CONTROL, WORKSPACE
from control_api.database.open import DatabaseFile, open_reader, open_writer, transaction
from control_api.database.schema import Schema
from control_api.setup.setup_error import SetupError
from tests.patience import PATIENCE_S

counters = Migrations("counters")


@counters()
def m001_counters(db: Database) -> None:
    db.execute("CREATE TABLE counters (value INTEGER NOT NULL) STRICT")
    db.execute("INSERT INTO counters VALUES (0)")


def value(db: Database) -> int:
    (found,) = db.execute("SELECT value FROM counters").fetchone()
    assert isinstance(found, int)
    return found


def increase(db: Database) -> int:
    """Read, then write: what fails half-way without the lock from the start."""
    found = value(db) + 1
    db.execute("UPDATE counters SET value = ?", [found])
    return found


def test_a_commit_is_on_the_disk_when_it_is_acknowledged(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "c.db", Schema([counters]))
    pragmas = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    db.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_only_the_owner_can_read_the_files(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "c.db", Schema([counters]))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    db.close()
    assert modes == dict.fromkeys(("c.db", "c.db-wal", "c.db-shm"), 0o600)


async def test_writes_at_once_follow_each_other(tmp_path: Path) -> None:
    file = DatabaseFile(tmp_path / "c.db", Schema([counters]))
    found = await asyncio.gather(*(file.write(increase) for _ in range(100)))
    assert sorted(found) == list(range(1, 101))
    file.close()


async def test_other_processes_that_write_are_waited_for(tmp_path: Path) -> None:
    file = DatabaseFile(tmp_path / "c.db", Schema([counters]))

    def write_elsewhere() -> None:
        db = open_writer(tmp_path / "c.db", Schema([counters]))
        for _ in range(50):
            with transaction(db):
                increase(db)
        db.close()

    threads = [threading.Thread(target=write_elsewhere) for _ in range(3)]
    for thread in threads:
        thread.start()
    await asyncio.gather(*(file.write(increase) for _ in range(50)))
    for thread in threads:
        thread.join()
    assert await file.read(value) == 200
    file.close()


async def test_what_raises_and_what_is_not_kept_changes_nothing(tmp_path: Path) -> None:
    file = DatabaseFile(tmp_path / "c.db", Schema([counters]))

    def fail(db: Database) -> None:
        increase(db)
        raise KeyError

    with pytest.raises(KeyError):
        await file.write(fail)
    assert await file.write(increase, keep=False) == 1
    assert await file.read(value) == 0
    assert await file.write(increase) == 1
    file.close()


async def test_a_reader_sees_one_moment_and_cannot_write(tmp_path: Path) -> None:
    file = DatabaseFile(tmp_path / "c.db", Schema([counters]))
    reading, written = threading.Event(), threading.Event()

    def read_twice(db: Database) -> tuple[int, int]:
        first = value(db)
        reading.set()
        assert written.wait(PATIENCE_S)
        return first, value(db)

    read = asyncio.ensure_future(file.read(read_twice))
    await asyncio.to_thread(reading.wait, 10)
    await file.write(increase)
    written.set()
    assert await read == (0, 0)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await file.read(increase)
    file.close()


@pytest.mark.parametrize(
    "content",
    [b"not a database, but long enough to be one" * 100, b"\0" * 99, b""],
    ids=["text", "zeros", "nothing"],
)
def test_a_damaged_file_is_named_and_kept_and_no_empty_one_takes_its_place(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(content)
    with pytest.raises(SetupError, match=r"c\.db is damaged: .* kept as c\.db\.corrupt-"):
        DatabaseFile(path, Schema([counters]))
    with pytest.raises(SetupError, match=r"c\.db was found damaged"):
        DatabaseFile(path, Schema([counters]))
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == content


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.db").mkdir()
    with pytest.raises(SetupError, match=r"c\.db can't be opened"):
        DatabaseFile(tmp_path / "c.db", Schema([counters]))


@pytest.mark.parametrize("schema", [CONTROL, WORKSPACE], ids=["control", "workspace"])
def test_every_table_is_strict(tmp_path: Path, schema: Schema) -> None:
    db = open_writer(tmp_path / "x.db", schema)
    lax = [
        name
        for _, name, kind, _, _, strict in db.execute("PRAGMA table_list")
        if kind == "table" and not strict and not name.startswith(("sqlite_", "_sqlite_"))
    ]
    db.close()
    assert lax == []


def test_a_reader_of_a_missing_file_fails(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_reader(tmp_path / "none.db")
