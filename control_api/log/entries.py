"""The log of events: append, read, and empty for good. `seals` has the hashes that prove it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.records.document import document, plain, read_document
from control_api.kinds.tasks.records.store import with_names
from control_api.kinds.things.kinds import TYPES
from control_api.log.changes import Change, Purged
from control_api.log.seals import FIRST_HASH, content_hash, new_salt, seal
from shared.events import EventType, Kind
from shared.tasks import Source, Task
from shared.things import Thing

_ABOUT = "id, type, kind, thing_id, task_id, command_id, at, source, actor"
COLUMNS = f"{_ABOUT}, salt IS NULL, before, after"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the log."""

    id: int
    type: EventType
    kind: Kind
    thing_id: str
    task_id: str | None
    command_id: str
    at: str
    source: Source
    actor: str
    purged: bool
    """What it said was deleted for good, or it is the event of that."""
    before: Task | Thing | None
    after: Task | Thing | None

    @property
    def change(self) -> Change:
        """What was changed."""
        return Change(before=self.before, after=self.after)


class SealedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the log as it is kept."""

    id: int
    type: str
    kind: Kind
    thing_id: str
    at: str
    purged: bool
    """What it said was deleted for good, or it is the event of that."""
    before: str | None
    after: str | None
    """The text of the thing, which its own row must have as well."""
    had_before: bool
    """There was something before; known even when it was deleted for good."""
    had_after: bool
    sealed: bool
    """Its hashes prove it unchanged, and that it follows the row before it."""


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """Which command a change belongs to."""

    command_id: str
    at: str
    source: Source
    actor: str


def append(db: Database, changes: Sequence[Change], cause: Cause) -> None:
    """Add the event of each change, in order. Inside the transaction that makes them."""
    known = _logged(db, [change.subject.id for change in changes if change.before is None])
    told = [
        (
            _type(change, restores=change.key in known),
            *(change.kind, change.subject.id, change.task_id),
            *(_text(change.before), _text(change.after)),
        )
        for change in changes
    ]
    _insert(db, told, cause)


def append_purge(db: Database, purged: Purged, cause: Cause) -> None:
    """Add the event of a thing deleted for good, which says why its earlier events are empty."""
    told = (f"{purged.kind}.purged", purged.kind, purged.thing_id, purged.task_id, None, None)
    _insert(db, [told], cause)


def commands_about(db: Database, thing_ids: set[str]) -> set[str]:
    """The ids of the commands that changed one of these things."""
    rows = db.execute(
        """
        SELECT DISTINCT command_id FROM events
        WHERE thing_id IN (SELECT value FROM json_each(?))
        """,
        [msgspec.json.encode(list(thing_ids)).decode()],
    )
    return {command_id for (command_id,) in rows}


def empty(db: Database, thing_ids: set[str]) -> None:
    """Delete for good what the log says of these things; the proof stays."""
    db.execute(
        """
        UPDATE events SET before = NULL, after = NULL, salt = NULL
        WHERE thing_id IN (SELECT value FROM json_each(?))
        """,
        [msgspec.json.encode(list(thing_ids)).decode()],
    )


def find_last(db: Database, kind: Kind, thing_id: str) -> Entry | None:
    """The newest event of one thing, with it as it is kept."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE thing_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
        [thing_id, kind],
    ).fetchone()
    return None if row is None else _entry(row)


def read_since(db: Database, position: int, limit: int) -> list[Entry]:
    """The events after that position, oldest first, `limit` at most."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE id > ? ORDER BY id LIMIT ?", [position, limit]
    )
    return _named(db, rows)


def changed_since(db: Database, position: int) -> list[tuple[Kind, str, bool]]:
    """Kind and id of what the events after that position are about; whether it is new."""
    rows = db.execute(
        "SELECT kind, thing_id, type LIKE '%.created' FROM events WHERE id > ?", [position]
    )
    return [(kind, thing_id, bool(is_new)) for kind, thing_id, is_new in rows]


def hash_at(db: Database, position: int) -> str | None:
    """The hash of the event there, which tells all that came before it from any other past."""
    row = db.execute("SELECT hash FROM events WHERE id = ?", [position]).fetchone()
    return None if row is None else str(row[0])


def read_command(db: Database, command_id: str) -> list[Entry]:
    """What one command changed, in order."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE command_id = ? ORDER BY id", [command_id]
    )
    return _named(db, rows)


def read_history(db: Database, task_id: str, *, before: int | None, limit: int) -> list[Entry]:
    """What happened to one task and its comments, newest first, older than event `before`."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM events
        WHERE (thing_id = :task_id OR (task_id = :task_id AND task_id <> thing_id))
            AND id < :before
        ORDER BY id DESC LIMIT :limit
        """,
        {"task_id": task_id, "before": before or 1 << 62, "limit": limit},
    )
    return _named(db, rows)


def read_sealed(db: Database) -> Iterator[SealedRow]:
    """Every row, oldest first."""
    previous = FIRST_HASH
    for row in db.execute(
        f"SELECT {COLUMNS}, salt, before_hash, after_hash, hash FROM events ORDER BY id"
    ):
        *about, purged, before, after, salt, before_hash, after_hash, stored = row
        told = purged or (
            content_hash(salt, before) == before_hash and content_hash(salt, after) == after_hash
        )
        position, event_type, kind, thing_id, _, _, at, *_ = about
        yield SealedRow(
            id=position,
            type=event_type,
            kind=kind,
            thing_id=thing_id,
            at=at,
            purged=bool(purged),
            before=before,
            after=after,
            had_before=before_hash is not None,
            had_after=after_hash is not None,
            sealed=bool(told) and seal([*about, before_hash, after_hash], previous) == stored,
        )
        previous = stored


def read_text(kind: Kind, text: str) -> Task | Thing:
    """What a text of the log says. Raises `msgspec.MsgspecError`."""
    if kind == "task":
        return plain(read_document(text))
    return msgspec.json.decode(text, type=TYPES[kind])


def last_position(db: Database) -> int:
    """The position of the newest event; 0 when there is none."""
    return _last(db)[0]


def _logged(db: Database, thing_ids: list[str]) -> set[tuple[Kind, str]]:
    """Kind and id of those of the things that the log knows already."""
    rows = db.execute(
        "SELECT kind, thing_id FROM events WHERE thing_id IN (SELECT value FROM json_each(?))",
        [msgspec.json.encode(thing_ids).decode()],
    )
    return set(rows)


def _insert(db: Database, told: Iterable[tuple[str | None, ...]], cause: Cause) -> None:
    """Rows of type, kind, id of the thing and of its task, and the thing before and after."""
    position, previous = _last(db)
    rows = []
    for *about, before, after in told:
        position += 1
        stamped = [position, *about, cause.command_id, cause.at, cause.source, cause.actor]
        hashes: list[str | None] = [None, None]
        salt = None
        if before is not None or after is not None:
            salt = new_salt()
            hashes = [content_hash(salt, before), content_hash(salt, after)]
        previous = seal([*stamped, *hashes], previous)
        rows.append([*stamped, before, after, salt, *hashes, previous])
    db.conn.executemany(
        f"""
        INSERT INTO events ({_ABOUT}, before, after, salt, before_hash, after_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
    )


def _last(db: Database) -> tuple[int, str]:
    row = db.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1").fetchone()
    return (0, FIRST_HASH) if row is None else (row[0], row[1])


def _type(change: Change, *, restores: bool) -> EventType:
    if change.after is None:
        done = "deleted"
    elif change.before is not None:
        done = "updated"
    else:
        done = "restored" if restores else "created"
    return f"{change.kind}.{done}"  # type: ignore[return-value] # every kind has all four


def _text(subject: Task | Thing | None) -> str | None:
    if subject is None:
        return None
    if isinstance(subject, Task):
        return document(subject)
    return msgspec.json.encode(subject).decode()


def _entry(row: tuple[Any, ...]) -> Entry:
    *about, purged, before, after = row
    kind: Kind = about[2]
    given = dict(zip(_ABOUT.split(", "), about, strict=True))
    return Entry(
        **given,
        purged=bool(purged),
        before=_subject(kind, before),
        after=_subject(kind, after),
    )


def _subject(kind: Kind, text: str | None) -> Task | Thing | None:
    return None if text is None else read_text(kind, text)


def _named(db: Database, rows: Iterable[tuple[Any, ...]]) -> list[Entry]:
    """The rows with the names that projects, tags and people have now."""
    entries = [_entry(row) for row in rows]
    subjects = [subject for entry in entries for subject in (entry.before, entry.after)]
    tasks = iter(with_names(db, [each for each in subjects if isinstance(each, Task)]))
    named = iter([next(tasks) if isinstance(each, Task) else each for each in subjects])
    return [
        msgspec.structs.replace(entry, before=next(named), after=next(named)) for entry in entries
    ]
