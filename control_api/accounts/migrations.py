"""The tables of accounts and of what signs a person in. In control.db."""

from sqlite_utils import Database, Migrations

migrations = Migrations("accounts")


@migrations()
def m001_accounts(db: Database) -> None:
    """Accounts, browser sessions and used sign-in codes."""
    db.execute("""
        CREATE TABLE accounts (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
            time_zone TEXT,
            created_at TEXT NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE browser_sessions (
            token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > created_at)
        ) STRICT
    """)
    db.execute("CREATE INDEX browser_sessions_by_account ON browser_sessions (account_id)")
    db.execute("""
        CREATE TABLE used_codes (
            code_id TEXT PRIMARY KEY,
            expires_at INTEGER NOT NULL
        ) STRICT
    """)
