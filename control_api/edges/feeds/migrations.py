"""The table of feeds. In control.db; what they show is in the workspaces."""

from sqlite_utils import Database, Migrations

migrations = Migrations("feeds")


@migrations()
def m001_feeds(db: Database) -> None:
    """Secret addresses, of which only the hash is kept."""
    db.execute("""
        CREATE TABLE feeds (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            workspace_id TEXT NOT NULL CHECK (length(workspace_id) = 36),
            token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            kind TEXT NOT NULL CHECK (kind IN ('todo', 'event')),
            created_at TEXT NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX feeds_by_account ON feeds (account_id, workspace_id)")
