"""The SQL of tasks and projects. A deleted task keeps its row, which no query sees."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.tasks.inputs import name_key
from shared.tasks import Task

UTC_SECONDS = "%Y-%m-%dT%H:%M:%S"
"""Sorts as text in the order of time."""

COLUMNS = """tasks.id, title, status, due, time_zone, projects.name, created_at, updated_at,
    completed_at"""
"""In the order of the fields of `Task`."""
ROWS = "FROM tasks LEFT JOIN projects ON projects.id = project_id WHERE deleted_at IS NULL"


def find_task(db: Database, task_id: str) -> Task | None:
    """The task, unless there is none or it is in the trash."""
    row = db.execute(f"SELECT {COLUMNS} {ROWS} AND tasks.id = ?", [task_id]).fetchone()
    return None if row is None else Task(*row)


def is_known(db: Database, task_id: str) -> bool:
    """Whether there was ever a task of that id, the trash included."""
    return db.execute("SELECT 1 FROM tasks WHERE id = ?", [task_id]).fetchone() is not None


def save_task(db: Database, task: Task) -> None:
    """Make the task's row say exactly this; out of the trash, when it was there."""
    values = {
        "id": task.id,
        "title": task.title,
        "title_key": name_key(task.title),
        "status": task.status,
        "due": task.due,
        "time_zone": task.time_zone,
        "due_utc": _due_utc(task),
        "project_id": None if task.project is None else _project_id(db, task.project),
        "created_at": task.created_at,
        "updated_at": task.updated_at,
        "completed_at": task.completed_at,
    }
    db.execute(
        """
        INSERT INTO tasks (id, title, title_key, status, due, time_zone, due_utc, project_id,
            created_at, updated_at, completed_at)
        VALUES (:id, :title, :title_key, :status, :due, :time_zone, :due_utc, :project_id,
            :created_at, :updated_at, :completed_at)
        ON CONFLICT (id) DO UPDATE SET title = :title, title_key = :title_key, status = :status,
            due = :due, time_zone = :time_zone, due_utc = :due_utc, project_id = :project_id,
            created_at = :created_at, updated_at = :updated_at, completed_at = :completed_at,
            deleted_at = NULL
        """,
        values,
    )


def trash_task(db: Database, task_id: str, at: str) -> None:
    """Put the task into the trash."""
    db.execute("UPDATE tasks SET deleted_at = ? WHERE id = ?", [at, task_id])


def all_tasks(db: Database) -> dict[str, Task]:
    """Every task that is not in the trash, by id."""
    return {row[0]: Task(*row) for row in db.execute(f"SELECT {COLUMNS} {ROWS}")}


def open_tasks(db: Database, limit: int) -> list[Task]:
    """What is still to be done, most recently changed first."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} {ROWS} AND status IN ('todo', 'in_progress')
        ORDER BY updated_at DESC, position DESC LIMIT ?
        """,
        [limit],
    )
    return [Task(*row) for row in rows]


def keep_existing(db: Database, task_ids: list[str]) -> list[str]:
    """Leave out the ids of tasks that are in the trash."""
    rows = db.execute(
        """
        SELECT value FROM json_each(?) JOIN tasks ON tasks.id = value
        WHERE deleted_at IS NULL ORDER BY key
        """,
        [msgspec.json.encode(task_ids).decode()],
    )
    return [task_id for (task_id,) in rows]


def project_names(db: Database) -> list[str]:
    """Projects that have a task, most recently used first."""
    rows = db.execute("""
        SELECT name FROM projects JOIN tasks ON project_id = projects.id
        WHERE deleted_at IS NULL
        GROUP BY projects.id ORDER BY max(updated_at) DESC, projects.id DESC
    """)
    return [name for (name,) in rows]


def known_project(db: Database, name: str) -> str:
    """The name as the project was first written; made now when there is none of that name."""
    row = db.execute("SELECT name FROM projects WHERE id = ?", [_project_id(db, name)]).fetchone()
    return str(row[0])


def _due_utc(task: Task) -> str | None:
    """The instant of a due time that has a zone, to compare it with other zones' days."""
    if task.due is None or task.time_zone is None:
        return None
    local = datetime.fromisoformat(task.due).replace(tzinfo=ZoneInfo(task.time_zone))
    return local.astimezone(UTC).strftime(UTC_SECONDS)


def _project_id(db: Database, name: str) -> int:
    key = name_key(name)
    row = db.execute("SELECT id FROM projects WHERE name_key = ?", [key]).fetchone()
    if row is None:
        cursor = db.execute("INSERT INTO projects (name, name_key) VALUES (?, ?)", [name, key])
        return int(cursor.lastrowid or 0)
    return int(row[0])
