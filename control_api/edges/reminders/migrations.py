"""The tables of reminders, which no log plays: they are no content. And of who wants them how."""

from sqlite_utils import Database, Migrations

migrations = Migrations("reminders")
preferences = Migrations("notifications")


@migrations()
def m001_receipts(db: Database) -> None:
    """A row for each reminder of each task, the ways it took, and how far planning has come."""
    db.execute("""
        CREATE TABLE reminders (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
            occasion TEXT NOT NULL,
            at TEXT NOT NULL CHECK (length(at) = 20),
            state TEXT NOT NULL
                CHECK (state IN ('planned', 'due', 'delivered', 'heard', 'missed')),
            waited INTEGER NOT NULL DEFAULT 0,
            fired_at TEXT CHECK (length(fired_at) = 20),
            heard_at TEXT CHECK (length(heard_at) = 20),
            heard_by TEXT CHECK (heard_by IN ('page', 'voice', 'task')),
            change INTEGER NOT NULL DEFAULT 0,
            UNIQUE (task_id, occasion),
            CHECK ((state = 'heard') = (heard_at IS NOT NULL)),
            CHECK (state NOT IN ('due', 'delivered', 'heard') OR fired_at IS NOT NULL)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX reminders_by_state ON reminders (state, at, id)")
    db.execute("CREATE INDEX reminders_by_change ON reminders (change)")
    db.execute("""
        CREATE TABLE reminder_deliveries (
            reminder_id TEXT NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
            way TEXT NOT NULL CHECK (way IN ('page', 'voice', 'push')),
            target TEXT NOT NULL DEFAULT '',
            service TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL
                CHECK (state IN ('waiting', 'delivered', 'failed', 'cancelled')),
            at TEXT NOT NULL CHECK (length(at) = 20),
            attempts INTEGER NOT NULL DEFAULT 0,
            next_try_at TEXT CHECK (length(next_try_at) = 20),
            error TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (reminder_id, way, target),
            CHECK ((state = 'waiting') = (next_try_at IS NOT NULL))
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("""
        CREATE INDEX reminder_deliveries_waiting ON reminder_deliveries (next_try_at)
            WHERE next_try_at IS NOT NULL
    """)
    db.execute("""
        CREATE TABLE reminder_progress (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            position INTEGER NOT NULL,
            time_zone TEXT NOT NULL,
            remind_at_due INTEGER NOT NULL,
            changes INTEGER NOT NULL
        ) STRICT
    """)
    # What was past already before there were reminders is not late.
    db.execute("""
        INSERT INTO reminder_progress SELECT 1, coalesce(max(id), 0), '', 0, 0 FROM events
    """)


@migrations()
def m002_bells(db: Database) -> None:
    """Rows of timers and alarms, which have no task; for the rest see `m002_any_kind` of things."""
    db.execute("""
        ALTER TABLE reminders ADD COLUMN bell_id TEXT REFERENCES things (id) ON DELETE CASCADE
    """)
    (version,) = db.execute("PRAGMA schema_version").fetchone()
    db.execute("PRAGMA writable_schema = ON")
    db.execute("""
        UPDATE sqlite_schema SET sql =
            replace(sql, 'task_id TEXT NOT NULL REFERENCES', 'task_id TEXT REFERENCES')
        WHERE type = 'table' AND name = 'reminders'
    """)
    db.execute(f"PRAGMA schema_version = {version + 1}")
    db.execute("PRAGMA writable_schema = RESET")
    db.execute("""
        CREATE UNIQUE INDEX reminders_by_bell ON reminders (bell_id, occasion)
            WHERE bell_id IS NOT NULL
    """)


@preferences()
def m001_notifications(db: Database) -> None:
    """How each person wants to be reminded; who has no row takes what is usual."""
    db.execute("""
        CREATE TABLE notifications (
            account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            document TEXT NOT NULL CHECK (json_type(document) = 'object')
        ) STRICT
    """)
