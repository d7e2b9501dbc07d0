"""The tables of tasks and projects. In each workspace's file."""

from sqlite_utils import Database, Migrations

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
