"""The SQL of how tasks hang together: parts of tasks, and what waits for what."""

import msgspec
from sqlite_utils import Database

from control_api.http.cursors import read_cursor, write_cursor
from control_api.kinds.tasks.records.store import COLUMNS, OPEN_STATUSES, ROWS, read_tasks
from shared.tasks import Task, TaskPage


def children(db: Database, task_id: str) -> list[Task]:
    """The tasks that are a part of this one, at any depth, and not in the trash."""
    rows = db.execute(
        f"""
        WITH RECURSIVE part (id) AS (
            SELECT id FROM tasks WHERE parent_id = :id AND deleted_at IS NULL
            UNION
            SELECT tasks.id FROM tasks JOIN part ON parent_id = part.id WHERE deleted_at IS NULL
        )
        SELECT {COLUMNS} FROM tasks WHERE id IN (SELECT id FROM part)
        ORDER BY position
        """,
        {"id": task_id},
    )
    return read_tasks(db, rows)


def list_parts(db: Database, task_id: str, *, cursor: str | None, limit: int) -> TaskPage:
    """One page of the tasks that are a part of this one directly, the oldest first.

    Raises `InvalidInputError` for a cursor that no earlier page gave.
    """
    position = 0 if cursor is None else read_cursor(cursor, int)[0]
    rows = db.execute(
        f"""
        SELECT {COLUMNS}, position {ROWS} AND parent_id = ? AND position > ?
        ORDER BY position LIMIT ?
        """,
        [task_id, position, limit + 1],
    ).fetchall()
    more = len(rows) > limit
    return TaskPage(
        items=read_tasks(db, [row[:-1] for row in rows[:limit]]),
        next_cursor=write_cursor(rows[limit - 1][-1]) if more else None,
    )


def trashed_with(db: Database, task: Task) -> list[Task]:
    """The parts of a task in the trash that went there together with it."""
    rows = db.execute(
        f"""
        WITH RECURSIVE part (id) AS (
            SELECT id FROM tasks WHERE parent_id = :id AND deleted_at = :at
            UNION
            SELECT tasks.id FROM tasks JOIN part ON parent_id = part.id WHERE deleted_at = :at
        )
        SELECT {COLUMNS} FROM tasks WHERE id IN (SELECT id FROM part)
        ORDER BY position
        """,
        {"id": task.id, "at": task.deleted_at},
    )
    return read_tasks(db, rows)


def waiting_for(db: Database, task_id: str) -> list[Task]:
    """The open tasks that wait for this one, and perhaps for others."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM tasks JOIN task_dependencies ON task_dependencies.task_id = tasks.id
        WHERE needed_id = ? AND deleted_at IS NULL AND status IN {OPEN_STATUSES}
        ORDER BY tasks.position
        """,
        [task_id],
    )
    return read_tasks(db, rows)


def waits_for(db: Database, needed: list[str], task_id: str) -> bool:
    """Whether a task is among those needed, or those that they need in turn."""
    found = db.execute(
        """
        WITH RECURSIVE need (id) AS (
            SELECT value FROM json_each(?)
            UNION
            SELECT needed_id FROM task_dependencies JOIN need ON task_id = need.id
        )
        SELECT 1 FROM need WHERE id = ?
        """,
        [msgspec.json.encode(needed).decode(), task_id],
    )
    return found.fetchone() is not None


def is_above(db: Database, task_id: str, lower_id: str) -> bool:
    """Whether a task is the other, or has it as a part, at any depth."""
    found = db.execute(
        """
        WITH RECURSIVE above (id) AS (
            SELECT ? UNION SELECT parent_id FROM tasks JOIN above ON tasks.id = above.id
        )
        SELECT 1 FROM above WHERE id = ?
        """,
        [lower_id, task_id],
    )
    return found.fetchone() is not None
