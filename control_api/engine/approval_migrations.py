"""The table of what waits for a yes. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("approvals")


@migrations()
def m001_approvals(db: Database) -> None:
    """Plans as they were asked about, word for word; of those that are decided only how."""
    db.execute("""
        CREATE TABLE approvals (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            account_id TEXT NOT NULL,
            conversation TEXT NOT NULL,
            at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            source TEXT NOT NULL,
            question TEXT NOT NULL,
            actions TEXT NOT NULL CHECK (json_type(actions) = 'array'),
            versions TEXT NOT NULL CHECK (json_type(versions) = 'object'),
            state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'refused')),
            command_id TEXT REFERENCES commands (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
    """)
    db.execute(
        "CREATE INDEX approvals_pending ON approvals (account_id, conversation)"
        " WHERE state = 'pending'"
    )
