"""A connection as all of them are."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from control_api.database.files.functions import add_functions

BUSY_TIMEOUT_MS = 5_000


def connect(path: Path, how: str) -> Database:
    """Open a database file that exists; `how` is the query of an SQLite file address.

    Raises `sqlite3.OperationalError`.
    """
    # isolation_level None: Python must not begin transactions by itself.
    # check_same_thread: a reader is closed by another thread than the one that used it.
    connection = sqlite3.connect(
        f"{path.as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
    )
    db = Database(connection, execute_plugins=False)
    add_functions(db)
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    db.execute("PRAGMA foreign_keys = ON")
    return db
