"""The log of events: append, read, and empty for good. `seals` has the hashes that prove it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.log.changes import Change, Purged, Subject
from control_api.log.kinds import Kinds
from control_api.log.seals import FIRST_HASH, content_hash, new_salt, seal
from shared.events import EventType, Kind
from shared.tasks import Source

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
    before: Subject | None
    after: Subject | None

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


def append(db: Database, kinds: Kinds, changes: Sequence[Change], cause: Cause) -> None:
    """Add the event of each change, in order. Inside the transaction that makes them."""
    known = _logged(db, [change.subject.id for change in changes if change.before is None])
    told = [
        (
            _type(change, restores=change.key in known),
            *(change.kind, change.subject.id, change.task_id),
            *(_text(kinds, change.before), _text(kinds, change.after)),
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


def find_last(db: Database, kinds: Kinds, kind: Kind, thing_id: str) -> Entry | None:
    """The newest event of one thing, with it as it is kept."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE thing_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
        [thing_id, kind],
    ).fetchone()
    return None if row is None else _entry(kinds, row)


def read_since(db: Database, kinds: Kinds, position: int, limit: int) -> list[Entry]:
    """The events after that position, oldest first, `limit` at most."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE id > ? ORDER BY id LIMIT ?", [position, limit]
    )
    return _named(db, kinds, rows)


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


def read_command(db: Database, kinds: Kinds, command_id: str) -> list[Entry]:
    """What one command changed, in order."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM events WHERE command_id = ? ORDER BY id", [command_id]
    )
    return _named(db, kinds, rows)


def read_history(
    db: Database, kinds: Kinds, task_id: str, *, before: int | None, limit: int
) -> list[Entry]:
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
    return _named(db, kinds, rows)


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


def last_position(db: Database) -> int:
    """The position of the newest event; 0 when there is none."""
    return last_place(db)[0]


def last_place(db: Database) -> tuple[int, str]:
    """The same, and the hash of that event."""
    row = db.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1").fetchone()
    return (0, FIRST_HASH) if row is None else (row[0], row[1])


def _logged(db: Database, thing_ids: list[str]) -> set[tuple[Kind, str]]:
    """Kind and id of those of the things that the log knows already."""
    rows = db.execute(
        "SELECT kind, thing_id FROM events WHERE thing_id IN (SELECT value FROM json_each(?))",
        [msgspec.json.encode(thing_ids).decode()],
    )
    return set(rows)


def _insert(db: Database, told: Iterable[tuple[str | None, ...]], cause: Cause) -> None:
    """Rows of type, kind, id of the thing and of its task, and the thing before and after."""
    position, previous = last_place(db)
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


def _type(change: Change, *, restores: bool) -> EventType:
    if change.after is None:
        done = "deleted"
    elif change.before is not None:
        done = "updated"
    else:
        done = "restored" if restores else "created"
    return f"{change.kind}.{done}"  # type: ignore[return-value] # every kind has all four


def _text(kinds: Kinds, subject: Subject | None) -> str | None:
    return None if subject is None else kinds.of(subject).write(subject)


def _entry(kinds: Kinds, row: tuple[Any, ...]) -> Entry:
    *about, purged, before, after = row
    read = kinds.kept[about[2]].read
    given = dict(zip(_ABOUT.split(", "), about, strict=True))
    return Entry(
        **given,
        purged=bool(purged),
        before=None if before is None else read(before),
        after=None if after is None else read(after),
    )


def _named(db: Database, kinds: Kinds, rows: Iterable[tuple[Any, ...]]) -> list[Entry]:
    """The rows with the names that projects, tags and people have now."""
    entries = [_entry(kinds, row) for row in rows]
    of_kind: dict[str, list[Subject]] = {}
    for entry in entries:
        found = of_kind.setdefault(entry.kind, [])
        found += [subject for subject in (entry.before, entry.after) if subject is not None]
    named = {
        kind: iter(kinds.kept[kind].with_names(db, subjects)) for kind, subjects in of_kind.items()
    }
    return [
        msgspec.structs.replace(
            entry,
            before=None if entry.before is None else next(named[entry.kind]),
            after=None if entry.after is None else next(named[entry.kind]),
        )
        for entry in entries
    ]
