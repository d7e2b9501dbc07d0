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
