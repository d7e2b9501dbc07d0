"""Copies of a database file: of one moment, in one piece, on the disk when they are made."""

import sqlite3
from contextlib import closing
from pathlib import Path

from control_api.database.check import check_file
from control_api.database.files.connect import connect
from control_api.database.files.durable import create_private, sync
from control_api.database.files.peek import BESIDE, beside, peek
from control_api.database.migrations import is_outdated, migrate
from control_api.database.schema import Schema


def snapshot(source: Path, target: Path) -> None:
    """Copy a file that may be in use, as it is at this moment. Blocks.

    Raises `sqlite3.DatabaseError` or `OSError`; what there is of the copy is left then.
    """
    create_private(target)
    with _opened(source) as original, _opened(target) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        # In one go: writers go on meanwhile, and can't make it begin again.
        original.backup(copy)
        # A copy has no second file beside it that could get lost.
        copy.execute("PRAGMA journal_mode = DELETE")
    sync(target)


def check_copy(path: Path, schema: Schema) -> list[str]:
    """Say in a sentence each what is wrong with a copy; of an older one, also once it is upgraded.

    Raises `SetupError` when a newer program made it.
    """
    faults = check_file(path, schema)
    if not faults and needs_upgrade(path, schema):
        faults = try_upgrade(path, schema)
    return faults


def needs_upgrade(path: Path, schema: Schema) -> bool:
    """Whether an older program has written the file. Raises `sqlite3.DatabaseError`."""
    with peek(path) as db:
        return is_outdated(db, schema)


def try_upgrade(path: Path, schema: Schema) -> list[str]:
    """Bring a copy of a file up to date, say what is wrong with it then, and remove it again.

    Raises what a step raises, `sqlite3.DatabaseError` or `OSError`.
    """
    tried = path.with_name(f".{path.name}.tried")
    _remove(tried)
    try:
        snapshot(path, tried)
        with closing(connect(tried, "mode=rw")) as db:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            migrate(db, schema)
            db.execute("COMMIT")
        return check_file(tried, schema)
    finally:
        _remove(tried)


def _opened(path: Path) -> closing[sqlite3.Connection]:
    return closing(connect(path, "mode=rw").conn)


def _remove(path: Path) -> None:
    for file in (path, *(beside(path, suffix) for suffix in BESIDE)):
        file.unlink(missing_ok=True)
