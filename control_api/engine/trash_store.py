"""The SQL of the trash, in which things of all kinds lie side by side."""

import msgspec
from sqlite_utils import Database

from control_api.http.cursors import read_cursor, write_cursor
from control_api.log.changes import Purged
from control_api.log.kinds import Kept, Kinds
from shared.trash import Trashed, TrashPage

_DELETED = "SELECT {kind} AS kind, id, document, deleted_at FROM {table} WHERE deleted_at NOT NULL"


def list_trash(db: Database, kinds: Kinds, *, cursor: str | None, limit: int) -> TrashPage:
    """One page, what was deleted last first. Raises `InvalidInputError` for a wrong cursor."""
    after = ("~", "") if cursor is None else read_cursor(cursor, str, str)
    rows = db.execute(
        f"""
        SELECT kind, id, document, deleted_at FROM ({_tables(kinds)})
        WHERE kind NOT IN (SELECT value FROM json_each(?)) AND (deleted_at, id) < (?, ?)
        ORDER BY deleted_at DESC, id DESC LIMIT ?
        """,
        [_hidden(kinds), *after, limit + 1],
    ).fetchall()
    more = len(rows) > limit
    items = []
    for kind, _, text, deleted_at in rows[:limit]:
        kept = kinds.kept[kind]
        items.append(kept.trashed(db, kept.read(text), deleted_at))
    return TrashPage(
        items=items,
        next_cursor=write_cursor(rows[limit - 1][3], rows[limit - 1][1]) if more else None,
    )


def find_deleted(
    db: Database, kinds: Kinds, *, since: str = "", until: str = "~", limit: int
) -> list[Trashed]:
    """What was deleted from one time on and before another, the last first.

    Without what is a part of a task that went there with it. Times are UTC, ISO 8601.
    """
    rows = db.execute(
        f"""
        SELECT kind, document, deleted_at FROM ({_tables(kinds)})
        WHERE kind NOT IN (SELECT value FROM json_each(?)) AND deleted_at >= ? AND deleted_at < ?
        ORDER BY deleted_at DESC, id DESC LIMIT ?
        """,
        [_hidden(kinds), since, until, limit],
    )
    found = [
        kinds.kept[kind].trashed(db, kinds.kept[kind].read(text), deleted_at)
        for kind, text, deleted_at in rows
    ]
    gone = {(each.id, each.deleted_at) for each in found}
    return [each for each in found if (_parent(each), each.deleted_at) not in gone]


def _parent(trashed: Trashed) -> str | None:
    return None if trashed.task is None else trashed.task.parent_id


def find_shown(db: Database, kinds: Kinds, thing_id: str) -> Kept | None:
    """What kind of thing in the trash this is; None when it shows none of that id."""
    for kept in kinds.kept.values():
        if kept.is_shown_in_trash and kept.find_in_trash(db, thing_id):
            return kept
    return None


def to_purge(db: Database, kinds: Kinds, thing_id: str | None) -> list[Purged]:
    """What goes with a thing in the trash, itself included; with None, all that is in the trash.

    What goes along may take others along: the parts of a task, and all comments on them.
    """
    found: dict[tuple[str, str], Purged] = {}
    new = [each for kept in kinds.kept.values() for each in kept.find_in_trash(db, thing_id)]
    while new:
        found |= {(each.kind, each.thing_id): each for each in new}
        ids = [each.thing_id for each in new]
        along = [each for kept in kinds.kept.values() for each in kept.goes_along(db, ids)]
        new = [each for each in along if (each.kind, each.thing_id) not in found]
    order = {name: place for place, name in enumerate(kinds.kept)}
    return sorted(found.values(), key=lambda each: order[each.kind])


def _tables(kinds: Kinds) -> str:
    tables = {kept.table: kept.kind_column for kept in kinds.kept.values()}
    return " UNION ALL ".join(
        _DELETED.format(kind=kind, table=table) for table, kind in tables.items()
    )


def _hidden(kinds: Kinds) -> str:
    """What is on record of a time that never was is there to be undone, not to be looked at."""
    names = [kept.name for kept in kinds.kept.values() if not kept.is_shown_in_trash]
    return msgspec.json.encode(names).decode()
