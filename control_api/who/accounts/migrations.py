"""The tables of accounts and of what signs a person in. In control.db."""

import uuid

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


@migrations()
def m002_access_tokens(db: Database) -> None:
    """Personal access tokens."""
    db.execute("""
        CREATE TABLE access_tokens (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            scopes TEXT NOT NULL CHECK (scopes <> ''),
            token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
            created_at INTEGER NOT NULL,
            expires_at INTEGER CHECK (expires_at > created_at),
            last_used_at INTEGER
        ) STRICT
    """)
    db.execute("CREATE INDEX access_tokens_by_account ON access_tokens (account_id)")


@migrations()
def m003_passwords(db: Database) -> None:
    """Passwords, and browser sessions that can be told apart."""
    db.execute("""
        CREATE TABLE passwords (
            account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            name_key TEXT NOT NULL UNIQUE,
            hash TEXT NOT NULL CHECK (hash LIKE '$argon2id$%')
        ) STRICT
    """)
    db.execute("ALTER TABLE browser_sessions RENAME TO earlier_sessions")
    db.execute("DROP INDEX browser_sessions_by_account")
    db.execute("""
        CREATE TABLE browser_sessions (
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            browser TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            used_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > created_at)
        ) STRICT
    """)
    db.execute("CREATE INDEX browser_sessions_by_account ON browser_sessions (account_id)")
    for token_hash, account_id, created_at, expires_at in db.execute(
        "SELECT token_hash, account_id, created_at, expires_at FROM earlier_sessions"
    ).fetchall():
        db.execute(
            "INSERT INTO browser_sessions VALUES (?, ?, ?, '', ?, ?, ?)",
            [str(uuid.uuid4()), token_hash, account_id, created_at, created_at, expires_at],
        )
    db.execute("DROP TABLE earlier_sessions")


@migrations()
def m004_removals(db: Database) -> None:
    """The workspaces whose files are still to be removed: a stop in between must not keep them."""
    db.execute("""
        CREATE TABLE removals (
            workspace_id TEXT PRIMARY KEY CHECK (length(workspace_id) = 36)
        ) STRICT
    """)


@migrations()
def m005_signed_tokens(db: Database) -> None:
    """The tokens that were signed at the machine, from their first use on; and the end of all."""
    db.execute("""
        CREATE TABLE signed_out (
            account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            at REAL NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE machine_tokens (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            created_at REAL NOT NULL,
            expires_at INTEGER NOT NULL,
            last_used_at INTEGER NOT NULL,
            is_revoked INTEGER NOT NULL DEFAULT 0 CHECK (is_revoked IN (0, 1))
        ) STRICT
    """)
    db.execute("CREATE INDEX machine_tokens_by_account ON machine_tokens (account_id)")


@migrations()
def m006_language(db: Database) -> None:
    """What a person speaks; NULL for what the settings say."""
    db.execute("ALTER TABLE accounts ADD COLUMN language TEXT")


@migrations()
def m007_device_codes(db: Database) -> None:
    """Codes that sign another device in."""
    db.execute("""
        CREATE TABLE device_codes (
            account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
            expires_at INTEGER NOT NULL
        ) STRICT
    """)
