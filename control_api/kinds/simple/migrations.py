"""The table of what surrounds the tasks. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("things")


@migrations()
def m001_things(db: Database) -> None:
    """Projects, tags, people and all else, each a document; trash stays."""
    db.execute("""
        CREATE TABLE things (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            kind TEXT NOT NULL CHECK (
                kind IN ('project', 'tag', 'person', 'filter', 'comment', 'occurrence')
            ),
            document TEXT NOT NULL CHECK (json_type(document) = 'object'),
            name_key TEXT CHECK ((name_key IS NULL) = (kind IN ('comment', 'occurrence'))),
            task_id TEXT CHECK ((task_id IS NULL) = (kind NOT IN ('comment', 'occurrence'))),
            deleted_at TEXT,
            proof TEXT CHECK (proof IS NULL OR deleted_at IS NOT NULL)
        ) STRICT
    """)
    # A name is taken by one thing of its kind; those in the trash don't count.
    db.execute("""
        CREATE UNIQUE INDEX things_by_name ON things (kind, name_key)
        WHERE deleted_at IS NULL AND name_key IS NOT NULL
    """)
    db.execute("CREATE INDEX things_by_task ON things (task_id) WHERE task_id IS NOT NULL")
    db.execute("CREATE INDEX things_in_order ON things (kind, position) WHERE deleted_at IS NULL")
    db.execute("""
        CREATE INDEX things_in_trash ON things (deleted_at, id) WHERE deleted_at IS NOT NULL
    """)


@migrations()
def m002_any_kind(db: Database) -> None:
    """Rows of any kind: which kinds there are is said by those who bring them, not by the table.

    Only conditions go, and no row is touched: the way that SQLite describes for that
    (lang_altertable.html, "Making Other Kinds Of Table Schema Changes").
    """
    (version,) = db.execute("PRAGMA schema_version").fetchone()
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = 'things'", [_ANY])
    db.execute(f"PRAGMA schema_version = {version + 1}")
    db.execute("PRAGMA writable_schema = RESET")


_ANY = """CREATE TABLE things (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            kind TEXT NOT NULL CHECK (length(kind) > 0),
            document TEXT NOT NULL CHECK (json_type(document) = 'object'),
            name_key TEXT,
            task_id TEXT,
            deleted_at TEXT,
            proof TEXT CHECK (proof IS NULL OR deleted_at IS NOT NULL)
        ) STRICT"""
