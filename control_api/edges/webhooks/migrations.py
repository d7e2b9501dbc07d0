"""The tables of webhooks. In control.db, so that they are known before a workspace is opened."""

from sqlite_utils import Database, Migrations

migrations = Migrations("webhooks")


@migrations()
def m001_webhooks(db: Database) -> None:
    """Webhooks, how far each has come, and its last deliveries."""
    db.execute("""
        CREATE TABLE webhooks (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            workspace_id TEXT NOT NULL CHECK (length(workspace_id) = 36),
            account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            url TEXT NOT NULL,
            events TEXT NOT NULL CHECK (json_type(events) = 'array'),
            active INTEGER NOT NULL CHECK (active IN (0, 1)),
            position INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            failing_since TEXT,
            created_at TEXT NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX webhooks_by_workspace ON webhooks (workspace_id)")
    db.execute("CREATE INDEX webhooks_by_account ON webhooks (account_id)")
    db.execute("""
        CREATE TABLE webhook_deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
            event_id INTEGER NOT NULL,
            at TEXT NOT NULL,
            duration_ms INTEGER NOT NULL,
            status INTEGER,
            error TEXT
        ) STRICT
    """)
    db.execute("CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id)")
