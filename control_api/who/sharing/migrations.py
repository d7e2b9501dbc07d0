"""The tables of shared workspaces. In control.db; what is in a workspace is in its own file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("sharing")


@migrations()
def m001_sharing(db: Database) -> None:
    """Shared workspaces and who is in them. A person's own has no row: its id is the account's."""
    db.execute("""
        CREATE TABLE workspaces (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            created_at TEXT NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE members (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace_id TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
            since TEXT NOT NULL,
            UNIQUE (workspace_id, account_id)
        ) STRICT
    """)
    db.execute("CREATE INDEX members_by_account ON members (account_id)")
