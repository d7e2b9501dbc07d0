"""The SQL of tasks. A deleted task keeps its row, which only the trash sees."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.kinds.simple.store import names_of
from control_api.kinds.tasks.records.document import read_document, task_row
from control_api.log.changes import as_kept
from control_api.log.proof import proof_of
from shared.problems import NotFoundError
from shared.tasks import OPEN, Task

OPEN_STATUSES = f"({', '.join(map(repr, OPEN))})"
"""As SQL has it; indexes of migrations name the same ones, and must, to be used."""
BLOCKED = f"""EXISTS (
    SELECT 1 FROM task_dependencies JOIN tasks AS needed ON needed.id = needed_id
    WHERE task_dependencies.task_id = tasks.id AND needed.deleted_at IS NULL
        AND needed.status IN {OPEN_STATUSES}
)"""
"""Whether something that the task waits for is still open."""
COLUMNS = f"tasks.document, tasks.deleted_at, {BLOCKED}"
"""What `read_tasks` makes a task of."""
ROWS = "FROM tasks WHERE deleted_at IS NULL"

_IN_ROW = (
    *("id", "document", "title_key", "status", "priority", "due", "due_utc", "start", "start_utc"),
    *("deadline", "deadline_utc", "project_id", "parent_id"),
    *("created_at", "updated_at", "completed_at"),
)
_SAVE = f"""
    INSERT INTO tasks ({", ".join(_IN_ROW)})
    SELECT {", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(_IN_ROW)))}
    FROM json_each(?) WHERE true ORDER BY key
    ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _IN_ROW[1:])},
        deleted_at = NULL, proof = NULL
"""
_SIDES = {
    "task_tags": ("tag_id", "tag_ids"),
    "task_assignees": ("person_id", "assignee_ids"),
    "task_dependencies": ("needed_id", "depends_on"),
}
"""Table to its column, and the field of a task that it indexes."""
_SEEN_FOR_CANCELLED = 500


def find_task(db: Database, task_id: str) -> Task | None:
    """The task, unless there is none or it is in the trash."""
    found = read_tasks(db, db.execute(f"SELECT {COLUMNS} {ROWS} AND tasks.id = ?", [task_id]))
    return found[0] if found else None


def existing_task(db: Database, task_id: str) -> Task:
    """The task of that id. Raises `NotFoundError`."""
    task = find_task(db, task_id)
    if task is None:
        raise NotFoundError("There is no such task any more.")
    return task


def find_trashed_task(db: Database, task_id: str) -> Task | None:
    """The task of that id, if it is in the trash."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM tasks WHERE id = ? AND deleted_at IS NOT NULL", [task_id]
    )
    found = read_tasks(db, rows)
    return found[0] if found else None


def is_known(db: Database, task_id: str) -> bool:
    """Whether there was ever a task of that id, the trash included."""
    return db.execute("SELECT 1 FROM tasks WHERE id = ?", [task_id]).fetchone() is not None


def read_tasks(db: Database, rows: Iterable[tuple[str, str | None, int]]) -> list[Task]:
    """Make tasks of rows of `COLUMNS`, with the names that things have now."""
    tasks = [
        msgspec.structs.replace(
            read_document(text), project=None, deleted_at=deleted_at, blocked=bool(blocked)
        )
        for text, deleted_at, blocked in rows
    ]
    return with_names(db, tasks)


def with_names(db: Database, tasks: list[Task]) -> list[Task]:
    """Look up the names of the tasks' projects, tags and people; things in the trash have none."""
    wanted = {thing_id for task in tasks for thing_id in _references(task)}
    names = names_of(db, sorted(wanted))
    return [
        msgspec.structs.replace(
            task,
            project=names.get(task.project_id or ""),
            tags=[names[tag_id] for tag_id in task.tag_ids if tag_id in names],
            assignees=[names[person] for person in task.assignee_ids if person in names],
        )
        if any(_references(task))
        else task
        for task in tasks
    ]


def save_task(db: Database, task: Task) -> None:
    """Make the task's row say exactly this; out of the trash, when it was there."""
    save_tasks(db, [(task, None)])


def save_tasks(db: Database, tasks: Sequence[tuple[Task, str | None]]) -> None:
    """Do the same for tasks that differ from each other: many at once take a third of the time.

    One with a time was in the trash since then where it comes from, so the log has none of it.
    """
    rows = [task_row(task) for task, _ in tasks]
    db.execute(_SAVE, [_json([[row[name] for name in _IN_ROW] for row in rows])])
    ids = _json([task.id for task, _ in tasks])
    beside: dict[str, list[tuple[str, str]]] = {table: [] for table in _SIDES}
    for task, _ in tasks:
        for table, other_id, task_id in sides_of(task):
            beside[table].append((other_id, task_id))
    for table, pairs in beside.items():
        db.execute(f"DELETE FROM {table} WHERE task_id IN (SELECT value FROM json_each(?))", [ids])
        if pairs:
            db.execute(
                f"""
                INSERT INTO {table} ({_SIDES[table][0]}, task_id, position)
                SELECT json_extract(value, '$[0]'), tasks.id, position
                FROM json_each(?) CROSS JOIN tasks ON tasks.id = json_extract(value, '$[1]')
                """,
                [_json(pairs)],
            )
    for (task, at), row in zip(tasks, rows, strict=True):
        if at is not None:
            values = [at, proof_of(row["document"], at), task.id]
            db.execute("UPDATE tasks SET deleted_at = ?, proof = ? WHERE id = ?", values)


def sides_of(task: Task) -> Iterator[tuple[str, str, str]]:
    """What stands beside the task's row: table, id of what it refers to, id of the task."""
    for table, (_, field) in _SIDES.items():
        for other_id in getattr(task, field):
            yield table, other_id, task.id


def read_sides(db: Database) -> set[tuple[str, str, str]]:
    """The same as `sides_of`, as it is stored, of every task, those in the trash included."""
    found: set[tuple[str, str, str]] = set()
    for table, (column, _) in _SIDES.items():
        query = f"""
            SELECT '{table}', {column}, tasks.id FROM {table}
            LEFT JOIN tasks ON tasks.id = task_id AND tasks.position = {table}.position
        """
        found.update(db.execute(query))
    return found


def trash_task(db: Database, task_id: str, at: str) -> None:
    """Put the task into the trash."""
    db.execute("UPDATE tasks SET deleted_at = ? WHERE id = ?", [at, task_id])


def remove_task(db: Database, task_id: str) -> None:
    """Leave nothing of a task that the log does not know."""
    for table in _SIDES:
        db.execute(f"DELETE FROM {table} WHERE task_id = ?", [task_id])
    db.execute("DELETE FROM tasks WHERE id = ?", [task_id])


def all_tasks(db: Database) -> dict[str, Task]:
    """Every task that is not in the trash, by id, as it is kept."""
    rows = db.execute("SELECT document FROM tasks WHERE deleted_at IS NULL")
    return {task.id: as_kept(task) for task in (read_document(text) for (text,) in rows)}


def open_tasks(db: Database, limit: int) -> list[Task]:
    """What is still to be done, most recently changed first."""
    return [task for _, task in latest_open_tasks(db, limit)]


def latest_open_tasks(db: Database, limit: int) -> list[tuple[int, Task]]:
    """The same, each with its position."""
    # By the index of what is not done; the plus keeps SQLite from sorting all that is open.
    rows = db.execute(
        f"""
        SELECT position, {COLUMNS} {ROWS} AND status <> 'completed'
            AND +status IN {OPEN_STATUSES}
        ORDER BY updated_at DESC, position DESC LIMIT ?
        """,
        [limit],
    )
    return _placed(db, rows.fetchall())


def latest_finished_tasks(db: Database, limit: int) -> list[Task]:
    """What was completed or cancelled, the latest first: so many of each at most.

    Cancelled ones are looked for among the latest changes only: they have no index.
    """
    rows = db.execute(
        f"""
        SELECT * FROM (
            SELECT {COLUMNS}, tasks.updated_at AS at {ROWS} AND completed_at IS NOT NULL
            ORDER BY completed_at DESC LIMIT :limit
        ) UNION ALL SELECT * FROM (
            SELECT {COLUMNS}, tasks.updated_at AS at FROM (
                SELECT position FROM tasks WHERE deleted_at IS NULL AND status <> 'completed'
                ORDER BY updated_at DESC LIMIT :seen
            ) AS latest JOIN tasks ON tasks.position = latest.position
            WHERE tasks.status = 'cancelled' LIMIT :limit
        ) ORDER BY at DESC
        """,
        {"limit": limit, "seen": _SEEN_FOR_CANCELLED},
    )
    return read_tasks(db, [row[:-1] for row in rows])


def open_tasks_by_id(db: Database, task_ids: list[str]) -> list[tuple[int, Task]]:
    """Those of the tasks, and of what waits for one of them, that are still to be done."""
    rows = db.execute(
        f"""
        SELECT position, {COLUMNS} FROM tasks WHERE deleted_at IS NULL
            AND +status IN {OPEN_STATUSES} AND id IN (
                SELECT value FROM json_each(:ids) UNION
                SELECT task_id FROM json_each(:ids) CROSS JOIN task_dependencies
                    ON needed_id = value
            )
        """,
        {"ids": _json(task_ids)},
    )
    return _placed(db, rows.fetchall())


def keep_existing(db: Database, thing_ids: list[str]) -> list[str]:
    """Leave out the ids of tasks and other things that are in the trash."""
    rows = db.execute(
        """
        SELECT value FROM json_each(?)
        WHERE EXISTS (SELECT 1 FROM tasks WHERE id = value AND deleted_at IS NULL)
            OR EXISTS (SELECT 1 FROM things WHERE id = value AND deleted_at IS NULL)
        ORDER BY key
        """,
        [_json(thing_ids)],
    )
    return [thing_id for (thing_id,) in rows]


def project_names(db: Database) -> list[str]:
    """Projects that have a task, most recently used first."""
    rows = db.execute("""
        SELECT json_extract(document, '$.name'), (
            SELECT max(updated_at) FROM tasks
            WHERE project_id = things.id AND tasks.deleted_at IS NULL
        ) AS used_at
        FROM things WHERE kind = 'project' AND deleted_at IS NULL AND used_at IS NOT NULL
        ORDER BY used_at DESC, position DESC
    """)
    return [name for name, _ in rows]


def _placed(db: Database, rows: list[tuple[Any, ...]]) -> list[tuple[int, Task]]:
    """Tasks with their positions, of rows of the position and `COLUMNS`."""
    tasks = read_tasks(db, [row[1:] for row in rows])
    return list(zip((row[0] for row in rows), tasks, strict=True))


def _references(task: Task) -> Iterable[str]:
    if task.project_id is not None:
        yield task.project_id
    yield from task.tag_ids
    yield from task.assignee_ids


def _json(values: object) -> str:
    return msgspec.json.encode(values).decode()
