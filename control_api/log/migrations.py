"""The table of events. In each workspace's file."""

import hashlib
import secrets
import uuid
from typing import Any

import msgspec
from sqlite_utils import Database, Migrations

from control_api.database.clock import utc_stamp
from control_api.engine.migrations import seal_commands
from control_api.input.names import name_key
from control_api.kinds.tasks.records.migrations import flat_document, project_id_of
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


@migrations()
def m002_every_kind(db: Database) -> None:
    """Events of every kind of thing; what was logged before is kept in the new form, and sealed.

    A seal covers the hashes of what was there before and after, so that the content itself can be
    deleted for good. The salt goes with it: without it nobody can try out what it may have been.
    The projects that the first schema knew by name only are logged as made by this step.
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
    previous = _carry_over(db)
    _log_projects(db, previous)
    db.execute("DROP TABLE task_events")


def _carry_over(db: Database) -> str:
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
        previous = _insert(
            db,
            [
                *(position, kind, "task", task_id, task_id, command_id, at, source, actor),
                *(_as_document(before), _as_document(after)),
            ],
            previous,
        )
    return previous


def _log_projects(db: Database, previous: str) -> None:
    projects = db.execute("SELECT id, document FROM things WHERE kind = 'project'").fetchall()
    if not projects:
        return
    command_id, at = str(uuid.uuid4()), utc_stamp()
    db.execute(
        """
        INSERT INTO commands (id, at, actor, source, conversation, request_hash, mentioned, answer,
            can_undo)
        VALUES (?, ?, 'saydo', 'api', '', '', '[]', ?, 0)
        """,
        [command_id, at, '{"outcome":"done","command_id":"' + command_id + '"}'],
    )
    seal_commands(db)
    (position,) = db.execute("SELECT coalesce(max(id), 0) FROM events").fetchone()
    for project_id, document in projects:
        position += 1
        values = [
            *(position, "project.created", "project", project_id, None, command_id, at),
            *("api", "saydo", None, document),
        ]
        previous = _insert(db, values, previous)


def _as_document(text: str | None) -> str | None:
    if text is None:
        return None
    task = msgspec.json.decode(text)
    name = task["project"]
    return flat_document(task, None if name is None else project_id_of(name_key(name)))


def _insert(db: Database, values: list[Any], previous: str) -> str:
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
