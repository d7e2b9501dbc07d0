"""The tables of tasks and projects. In each workspace's file."""

import uuid
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlite_utils import Database, Migrations

from control_api.database.clock import utc_stamp

migrations = Migrations("tasks")


@migrations()
def m001_tasks(db: Database) -> None:
    """Tasks, of which the deleted ones stay as trash, and projects, known by their name."""
    db.execute("""
        CREATE TABLE projects (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            name_key TEXT NOT NULL UNIQUE
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE tasks (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
            title_key TEXT NOT NULL,
            status TEXT NOT NULL
                CHECK (status IN ('todo', 'in_progress', 'completed', 'cancelled')),
            due TEXT CHECK (length(due) IN (10, 19)),
            time_zone TEXT CHECK (time_zone IS NULL OR length(due) = 19),
            due_utc TEXT CHECK ((due_utc IS NULL) = (time_zone IS NULL)),
            project_id INTEGER REFERENCES projects (id),
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            completed_at TEXT,
            deleted_at TEXT,
            CHECK ((status = 'completed') = (completed_at IS NOT NULL))
        ) STRICT
    """)
    db.execute("CREATE INDEX tasks_by_status ON tasks (status, position) WHERE deleted_at IS NULL")
    db.execute("CREATE INDEX tasks_by_due ON tasks (due) WHERE deleted_at IS NULL")
    db.execute("CREATE INDEX tasks_by_due_utc ON tasks (due_utc) WHERE deleted_at IS NULL")
    db.execute("CREATE INDEX tasks_by_project ON tasks (project_id) WHERE deleted_at IS NULL")
    db.execute("CREATE INDEX tasks_by_update ON tasks (updated_at) WHERE deleted_at IS NULL")


@migrations()
def m002_documents(db: Database) -> None:
    """A task becomes a document with indexes beside it; a project becomes a thing of its own."""
    _projects_to_things(db)
    db.execute("ALTER TABLE tasks RENAME TO flat_tasks")
    _create_tasks(db)
    for row in db.execute("""
        SELECT flat_tasks.position, flat_tasks.id, title, title_key, status, due, time_zone,
            due_utc, projects.name_key, created_at, updated_at, completed_at, deleted_at
        FROM flat_tasks LEFT JOIN projects ON projects.id = project_id
    """).fetchall():
        _keep_as_document(db, row)
    db.execute("DROP TABLE flat_tasks")
    db.execute("DROP TABLE projects")


@migrations()
def m003_newest_first(db: Database) -> None:
    """Tasks of a tag, person or project, and those that wait, in the order of their positions."""
    for table, column in {
        "task_tags": "tag_id",
        "task_assignees": "person_id",
        "task_dependencies": "needed_id",
    }.items():
        db.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
        db.execute(f"DROP INDEX {table}_by_task")
        # The key's columns first: else SQLite before 3.41 finds fault with a sound table.
        db.execute(f"""
            CREATE TABLE {table} (
                {column} TEXT NOT NULL, position INTEGER NOT NULL, task_id TEXT NOT NULL,
                PRIMARY KEY ({column}, position)
            ) STRICT, WITHOUT ROWID
        """)
        db.execute(f"""
            INSERT INTO {table} SELECT {column}, tasks.position, task_id
            FROM {table}_before JOIN tasks ON tasks.id = task_id
        """)
        db.execute(f"DROP TABLE {table}_before")
        db.execute(f"CREATE INDEX {table}_by_task ON {table} (task_id)")
    db.execute("CREATE INDEX waiting_tasks_by_position ON task_dependencies (position)")
    db.execute("""
        CREATE INDEX tasks_by_project_and_position ON tasks (project_id)
        WHERE deleted_at IS NULL AND project_id IS NOT NULL
    """)


def _create_tasks(db: Database) -> None:
    db.execute("""
        CREATE TABLE tasks (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            document TEXT NOT NULL CHECK (json_type(document) = 'object'),
            title_key TEXT NOT NULL,
            status TEXT NOT NULL
                CHECK (status IN ('todo', 'in_progress', 'completed', 'cancelled')),
            priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 4),
            due TEXT CHECK (length(due) IN (10, 19)),
            due_utc TEXT,
            start TEXT CHECK (length(start) IN (10, 19)),
            start_utc TEXT,
            deadline TEXT CHECK (length(deadline) IN (10, 19)),
            deadline_utc TEXT,
            project_id TEXT,
            parent_id TEXT,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            completed_at TEXT,
            deleted_at TEXT,
            proof TEXT CHECK (proof IS NULL OR deleted_at IS NOT NULL),
            CHECK ((status = 'completed') = (completed_at IS NOT NULL))
        ) STRICT
    """)
    for name in ("tasks_by_status", "tasks_by_due", "tasks_by_due_utc", "tasks_by_update"):
        db.execute(f"DROP INDEX {name}")
    db.execute("DROP INDEX tasks_by_project")
    db.execute("CREATE INDEX tasks_by_status ON tasks (status, position) WHERE deleted_at IS NULL")
    for column in ("due", "due_utc", "project_id", "parent_id", "updated_at"):
        db.execute(
            f"CREATE INDEX tasks_by_{column} ON tasks ({column})"
            f" WHERE deleted_at IS NULL AND {column} IS NOT NULL"
        )
    db.execute("CREATE INDEX tasks_in_trash ON tasks (deleted_at, id) WHERE deleted_at IS NOT NULL")
    db.execute("""
        CREATE TABLE task_tags (
            tag_id TEXT NOT NULL, task_id TEXT NOT NULL, PRIMARY KEY (tag_id, task_id)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX task_tags_by_task ON task_tags (task_id)")
    db.execute("""
        CREATE TABLE task_assignees (
            person_id TEXT NOT NULL, task_id TEXT NOT NULL, PRIMARY KEY (person_id, task_id)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX task_assignees_by_task ON task_assignees (task_id)")
    db.execute("""
        CREATE TABLE task_dependencies (
            needed_id TEXT NOT NULL, task_id TEXT NOT NULL, PRIMARY KEY (needed_id, task_id)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX task_dependencies_by_task ON task_dependencies (task_id)")


def _projects_to_things(db: Database) -> None:
    rows = db.execute("""
        SELECT name, name_key, min(created_at) FROM projects
        LEFT JOIN tasks ON project_id = projects.id GROUP BY projects.id
    """).fetchall()
    for name, key, created_at in rows:
        made = created_at or utc_stamp()
        project = {
            "id": project_id_of(key),
            "name": name,
            "created_at": made,
            "updated_at": made,
            "colour": None,
            "description": "",
            "archived": False,
        }
        db.execute(
            "INSERT INTO things (id, kind, document, name_key) VALUES (?, 'project', ?, ?)",
            [project["id"], msgspec.json.encode(project).decode(), key],
        )


def _keep_as_document(db: Database, row: tuple[Any, ...]) -> None:
    position, task_id, title, title_key, status, due, time_zone, due_utc, project, *stamps = row
    created_at, updated_at, completed_at, _ = stamps
    project_id = None if project is None else project_id_of(project)
    flat = {
        "id": task_id,
        "title": title,
        "status": status,
        "due": due,
        "time_zone": time_zone,
        "created_at": created_at,
        "updated_at": updated_at,
        "completed_at": completed_at,
    }
    db.execute(
        """
        INSERT INTO tasks (position, id, document, title_key, status, priority, due, due_utc,
            project_id, created_at, updated_at, completed_at, deleted_at)
        VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            position,
            task_id,
            flat_document(flat, project_id),
            title_key,
            status,
            due,
            due_utc,
            project_id,
            *stamps,
        ],
    )


def project_id_of(name_key: str) -> str:
    """The id that a project of the first schema, known by its name only, has from now on."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:saydo:project:{name_key}"))


def flat_document(flat: Mapping[str, Any], project_id: str | None) -> str:
    """A task of the first schema as a document; rows and log must have the very same text."""
    kept = ("id", "title", "status", "due", "time_zone", "project", "created_at", "updated_at")
    document = {name: None if name == "project" else flat[name] for name in kept}
    if flat["completed_at"] is not None:
        document["completed_at"] = flat["completed_at"]
    if project_id is not None:
        document["project_id"] = project_id
    return msgspec.json.encode(document).decode()
