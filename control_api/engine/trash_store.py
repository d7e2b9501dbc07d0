"""The SQL of the trash, in which tasks and everything else lie side by side."""

from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.http.cursors import read_cursor, write_cursor
from control_api.kinds.tasks.records.document import read_document
from control_api.kinds.tasks.records.store import with_names
from control_api.kinds.things.kinds import TYPES
from control_api.log.changes import Purged
from shared.events import Kind
from shared.things import Comment, Occurrence
from shared.trash import Trashed, TrashPage

_TRASH = """
    SELECT 'task' AS kind, id, document, deleted_at FROM tasks WHERE deleted_at IS NOT NULL
    UNION ALL
    SELECT kind, id, document, deleted_at FROM things
    WHERE deleted_at IS NOT NULL AND kind <> 'occurrence'
"""
"""What is on record of a time that never was is there to be undone, not to be looked at."""
_TO_PURGE = """
    WITH RECURSIVE purged (id) AS (
        SELECT id FROM tasks WHERE deleted_at IS NOT NULL AND (:id IS NULL OR id = :id)
        UNION
        SELECT tasks.id FROM tasks JOIN purged ON parent_id = purged.id
        WHERE deleted_at IS NOT NULL
    )
    SELECT 'task', id, id FROM purged
    UNION ALL
    SELECT kind, id, task_id FROM things
    WHERE task_id IN (SELECT id FROM purged)
        OR (deleted_at IS NOT NULL AND (:id IS NULL OR id = :id))
"""


def list_trash(db: Database, *, cursor: str | None, limit: int) -> TrashPage:
    """One page, what was deleted last first. Raises `InvalidInputError` for a wrong cursor."""
    after = ("~", "") if cursor is None else read_cursor(cursor, str, str)
    rows = db.execute(
        f"""
        SELECT kind, id, document, deleted_at FROM ({_TRASH})
        WHERE (deleted_at, id) < (?, ?) ORDER BY deleted_at DESC, id DESC LIMIT ?
        """,
        [*after, limit + 1],
    ).fetchall()
    more = len(rows) > limit
    return TrashPage(
        items=[_trashed(db, row) for row in rows[:limit]],
        next_cursor=write_cursor(rows[limit - 1][3], rows[limit - 1][1]) if more else None,
    )


def find_kind(db: Database, thing_id: str) -> Kind | None:
    """What kind of thing in the trash this is; None when there is none of that id."""
    row = db.execute(f"SELECT kind FROM ({_TRASH}) WHERE id = ?", [thing_id]).fetchone()
    return None if row is None else row[0]


def to_purge(db: Database, thing_id: str | None) -> list[Purged]:
    """What goes with a thing in the trash, itself included; with None, all that is in the trash.

    With a task go the parts of it that are in the trash, and all comments.
    """
    return [Purged(*row) for row in db.execute(_TO_PURGE, {"id": thing_id})]


def _trashed(db: Database, row: tuple[Any, ...]) -> Trashed:
    kind, thing_id, text, deleted_at = row
    if kind == "task":
        task = msgspec.structs.replace(read_document(text), project=None, deleted_at=deleted_at)
        (task,) = with_names(db, [task])
        return Trashed(thing_id, kind, task.title, deleted_at, task_id=task.id, task=task)
    thing = msgspec.json.decode(text, type=TYPES[kind])
    if isinstance(thing, Comment):
        return Trashed(thing_id, kind, thing.text, deleted_at, task_id=thing.task_id)
    name = thing.due if isinstance(thing, Occurrence) else thing.name
    return Trashed(thing_id, kind, name, deleted_at)
