"""The table of events. In each workspace's file; the kinds say what their events become."""

import hashlib
import secrets
from collections.abc import Callable
from typing import Any

import msgspec
from sqlite_utils import Database, Migrations

from control_api.setup.setup_error import SetupError

migrations = Migrations("events")


@migrations()
def m001_events(db: Database) -> None:
    """Every change of every task; rows are only ever added, each sealed by the hash before it."""
    db.execute("""
        CREATE TABLE events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            type TEXT NOT NULL,
            task_id TEXT NOT NULL,
            command_id TEXT NOT NULL REFERENCES commands (id),
            at TEXT NOT NULL,
            source TEXT NOT NULL,
            before TEXT CHECK (json_type(before) = 'object'),
            after TEXT CHECK (json_type(after) = 'object'),
            hash TEXT NOT NULL CHECK (length(hash) = 64),
            CHECK (before IS NOT NULL OR after IS NOT NULL)
        ) STRICT
    """)
    db.execute("CREATE INDEX events_by_command ON events (command_id)")


def hold_every_kind(db: Database, as_document: Callable[[str | None], str | None]) -> str:
    """Make the log one of every kind of thing; the hash of the last event of it.

    What was logged before is kept, and sealed anew: `as_document` gives a task as it is kept from
    now on. Raises `SetupError` when somebody has changed the log.
    """
    db.execute("DROP INDEX events_by_command")
    db.execute("ALTER TABLE events RENAME TO task_events")
    db.execute("""
        CREATE TABLE events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            type TEXT NOT NULL,
            kind TEXT NOT NULL,
            thing_id TEXT NOT NULL,
            task_id TEXT,
            command_id TEXT NOT NULL REFERENCES commands (id),
            at TEXT NOT NULL,
            source TEXT NOT NULL,
            actor TEXT NOT NULL,
            before TEXT CHECK (json_type(before) = 'object'),
            after TEXT CHECK (json_type(after) = 'object'),
            salt TEXT CHECK (length(salt) = 32),
            before_hash TEXT CHECK (length(before_hash) = 64),
            after_hash TEXT CHECK (length(after_hash) = 64),
            hash TEXT NOT NULL CHECK (length(hash) = 64),
            CHECK (before IS NULL OR before_hash IS NOT NULL),
            CHECK (after IS NULL OR after_hash IS NOT NULL),
            CHECK (salt IS NOT NULL OR coalesce(before, after) IS NULL)
        ) STRICT
    """)
    db.execute("CREATE INDEX events_by_command ON events (command_id)")
    db.execute("CREATE INDEX events_by_thing ON events (thing_id, id)")
    db.execute("CREATE INDEX events_by_task ON events (task_id, id) WHERE task_id <> thing_id")
    last = _carry_over(db, as_document)
    db.execute("DROP TABLE task_events")
    return last


def _carry_over(db: Database, as_document: Callable[[str | None], str | None]) -> str:
    previous = read_as = "0" * 64
    for row in db.execute("""
        SELECT task_events.id, type, task_id, command_id, task_events.at, task_events.source,
            before, after, hash, actor
        FROM task_events JOIN commands ON commands.id = command_id ORDER BY task_events.id
    """).fetchall():
        *values, stored, actor = row
        if _seal(values, read_as) != stored:
            raise SetupError(
                f"The log of this workspace was changed from outside at event {row[0]}. "
                "Put the workspace back from a backup; nothing was changed."
            )
        read_as = stored
        position, kind, task_id, command_id, at, source, before, after = values
        previous = add_event(
            db,
            [
                *(position, kind, "task", task_id, task_id, command_id, at, source, actor),
                *(as_document(before), as_document(after)),
            ],
            previous,
        )
    return previous


def add_event(db: Database, values: list[Any], previous: str) -> str:
    """Log an event of any kind after the one whose hash is `previous`; its own hash."""
    *about, before, after = values
    salt = secrets.token_hex(16)
    hashes = [_content_hash(salt, before), _content_hash(salt, after)]
    sealed = _seal([*about, *hashes], previous)
    db.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*values, salt, *hashes, sealed],
    )
    return sealed


def _content_hash(salt: str, text: str | None) -> str | None:
    return None if text is None else hashlib.sha256((salt + text).encode()).hexdigest()


def _seal(values: list[Any], previous: str) -> str:
    return hashlib.sha256(previous.encode() + msgspec.json.encode(values)).hexdigest()
