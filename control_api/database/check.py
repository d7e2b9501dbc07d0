"""Whether a file is sound: SQLite's own checks, the steps it shows, and what its schema checks."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from control_api.database.files.peek import peek
from control_api.database.files.read_errors import is_elsewhere, refuse_failed_read
from control_api.database.migrations import find_schema_faults, is_outdated, refuse_newer
from control_api.database.schema import Schema


def check_file(path: Path, schema: Schema) -> list[str]:
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
            refuse_newer(db, schema)
            faults += find_faults(db)
            if not is_outdated(db, schema):
                faults += find_schema_faults(db, schema)
                if schema.table in db.table_names():
                    faults += schema.find_damage(db)
    except sqlite3.DatabaseError as error:
        # Of our own questions any other error tells of what was found: JSON that is none, say.
        if is_elsewhere(error):
            raise
        faults.append("SQLite can't read it to the end.")
    return faults


def check_quickly(path: Path, schema: Schema) -> list[str]:
    """Say what is wrong at the first look: whether its pages fit together, and what else is quick.

    Enough after a program was killed; not after the machine went down. Raises as `check_file` does.
    """
    try:
        with peek(path) as db:
            refuse_newer(db, schema)
            faults = [f"SQLite says: {text}." for text in _said(db, "quick_check")]
            if not faults and schema.table in db.table_names():
                faults = schema.find_damage_quickly(db)
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
