"""Whether a file is sound: SQLite's own checks, the schema, and the log against the tables."""

import importlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database, Migrations

from control_api.database.files.causes import is_elsewhere, refuse_failed_read
from control_api.database.files.peek import peek
from control_api.database.migrations import find_schema_faults, is_outdated, refuse_newer
from control_api.log.replay import find_damage


def check_file(path: Path, migrations: Sequence[Migrations]) -> list[str]:
    """Say in a sentence each what is wrong with a file, which may be in use; nothing is changed.

    Raises `SetupError` for the file of a newer program, and `sqlite3.DatabaseError` when the file
    can't be read for another reason than its content.
    """
    if not path.is_file():
        return ["There is no such file."]
    if path.stat().st_size == 0:
        return ["The file is empty."]
    faults: list[str] = []
    try:
        with peek(path) as db:
            refuse_newer(db, migrations)
            faults += find_faults(db)
            if not is_outdated(db, migrations):
                faults += find_schema_faults(db, migrations)
                if "events" in db.table_names():
                    faults += find_damage(db, importlib.import_module("control_api.registry").KINDS)
    except sqlite3.DatabaseError as error:
        # Of our own questions any other error tells of what was found: JSON that is none, say.
        if is_elsewhere(error):
            raise
        faults.append("SQLite can't read it to the end.")
    return faults


def check_quickly(path: Path, migrations: Sequence[Migrations]) -> list[str]:
    """Say what is wrong at the first look: whether its pages fit together, and its log has no gap.

    Enough after a program was killed; not after the machine went down. Raises as `check_file` does.
    """
    try:
        with peek(path) as db:
            refuse_newer(db, migrations)
            faults = [f"SQLite says: {text}." for text in _said(db, "quick_check")]
            if not faults and "events" in db.table_names():
                faults = _gaps(db)
    except sqlite3.DatabaseError as error:
        if is_elsewhere(error):
            raise
        faults = ["SQLite can't read it to the end."]
    return faults


def find_faults(db: Database) -> list[str]:
    """What SQLite's own checks have to say; empty when all is well.

    Raises `sqlite3.DatabaseError` when the disk fails meanwhile.
    """
    faults = [f"SQLite says: {text}." for text in _said(db, "integrity_check")]
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        faults.append(f"Row {row} of {table} points to a row of {parent} that is not there.")
    return faults


def _said(db: Database, check: str) -> Iterator[str]:
    for (text,) in db.execute(f"PRAGMA {check}"):
        refuse_failed_read(text)
        if text != "ok":
            yield text


def _gaps(db: Database) -> list[str]:
    """Events are numbered from 1 and never leave the log."""
    there, last, written = db.execute("""
        SELECT count(*), coalesce(max(id), 0),
            coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)
        FROM events
    """).fetchone()
    return [] if there == last == written else [f"Of {written} events {there} are in the log."]
