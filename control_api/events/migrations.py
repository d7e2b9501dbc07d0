"""The table of events. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("events")


@migrations()
def m001_events(db: Database) -> None:
    """Every change of every task; rows are only ever added, each sealed by the hash before it."""
    db.execute("""
        CREATE TABLE events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            type TEXT NOT NULL,
            task_id TEXT NOT NULL,
            command_id TEXT NOT NULL REFERENCES commands (id),
            at TEXT NOT NULL,
            source TEXT NOT NULL,
            before TEXT CHECK (json_type(before) = 'object'),
            after TEXT CHECK (json_type(after) = 'object'),
            hash TEXT NOT NULL CHECK (length(hash) = 64),
            CHECK (before IS NOT NULL OR after IS NOT NULL)
        ) STRICT
    """)
    db.execute("CREATE INDEX events_by_command ON events (command_id)")
