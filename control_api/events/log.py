"""The log of events: append and read. Each row's hash covers the row and the hash before it."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from shared.events import Event, EventType
from shared.outcomes import Source
from shared.tasks import Task

FIRST_HASH = "0" * 64


class Change(msgspec.Struct, frozen=True):
    """One task before and after a command; None where it did not exist or was in the trash."""

    task_id: str
    before: Task | None
    after: Task | None


def append(
    db: Database, change: Change, *, restores: bool, command_id: str, at: str, source: Source
) -> None:
    """Add the event of one change. Inside the transaction that changes the task.

    `restores`: the task comes out of the trash, where it would be taken for a new one.
    """
    position, previous = _last(db)
    values = [
        position + 1,
        _type(change, restores=restores),
        change.task_id,
        command_id,
        at,
        source,
        _text(change.before),
        _text(change.after),
    ]
    db.execute(
        """
        INSERT INTO events (id, type, task_id, command_id, at, source, before, after, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [*values, _seal(values, previous)],
    )


def read_since(db: Database, position: int, limit: int) -> list[Event]:
    """The events after that position, oldest first, `limit` at most."""
    rows = db.execute("SELECT * FROM events WHERE id > ? ORDER BY id LIMIT ?", [position, limit])
    return [_event(row) for row in rows]


def read_command(db: Database, command_id: str) -> list[Event]:
    """What one command changed, in order."""
    rows = db.execute("SELECT * FROM events WHERE command_id = ? ORDER BY id", [command_id])
    return [_event(row) for row in rows]


def read_sealed(db: Database) -> Iterator[tuple[Event, bool]]:
    """Every event, oldest first, and whether its hash proves it to be as it was written."""
    previous = FIRST_HASH
    for row in db.execute("SELECT * FROM events ORDER BY id"):
        *values, stored = row
        yield _event(row), _seal(values, previous) == stored
        previous = stored


def last_position(db: Database) -> int:
    """The position of the newest event; 0 when there is none."""
    return _last(db)[0]


def _last(db: Database) -> tuple[int, str]:
    row = db.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1").fetchone()
    return (0, FIRST_HASH) if row is None else (row[0], row[1])


def _seal(values: list[Any], previous: str) -> str:
    return hashlib.sha256(previous.encode() + msgspec.json.encode(values)).hexdigest()


def _type(change: Change, *, restores: bool) -> EventType:
    if change.after is None:
        return "task.deleted"
    if change.before is not None:
        return "task.updated"
    return "task.restored" if restores else "task.created"


def _text(task: Task | None) -> str | None:
    return None if task is None else msgspec.json.encode(task).decode()


def _event(row: tuple[Any, ...]) -> Event:
    position, kind, task_id, command_id, at, source, before, after, *_ = row
    return Event(
        id=position,
        type=kind,
        task_id=task_id,
        command_id=command_id,
        at=at,
        source=source,
        before=_task(before),
        after=_task(after),
    )


def _task(text: str | None) -> Task | None:
    return None if text is None else msgspec.json.decode(text, type=Task)
