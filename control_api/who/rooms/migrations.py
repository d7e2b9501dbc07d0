"""The table of rooms. In control.db."""

from sqlite_utils import Database, Migrations

migrations = Migrations("rooms")


@migrations()
def m001_rooms(db: Database) -> None:
    """Whose room it is, and whom its agent listens to."""
    db.execute("""
        CREATE TABLE rooms (
            name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 128),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            participant_identity TEXT NOT NULL,
            time_zone TEXT,
            last_asked_at INTEGER NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX rooms_by_account ON rooms (account_id)")
    db.execute("CREATE INDEX rooms_by_last_asked ON rooms (last_asked_at)")
