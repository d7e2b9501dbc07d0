"""The full-text indexes, and the indexes that lists are sorted by. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("search")

_INDEXES = {
    "task_words": "title, notes, comments",
    "task_titles": "title_key",
}
"""Full-text index to the columns of `task_texts` that it holds."""
_TASK_CHANGED = """
    old.deleted_at IS NOT new.deleted_at
    OR json_extract(old.document, '$.title') IS NOT json_extract(new.document, '$.title')
    OR json_extract(old.document, '$.notes') IS NOT json_extract(new.document, '$.notes')
"""
_TASK_OF_COMMENT = "SELECT position FROM tasks WHERE id = {row}.task_id"


@migrations()
def m001_full_text(db: Database) -> None:
    """Words of titles, notes and comments, any part of a title, and what keeps both in step."""
    db.execute("""
        CREATE VIEW task_texts AS SELECT
            position,
            json_extract(document, '$.title') AS title,
            coalesce(json_extract(document, '$.notes'), '') AS notes,
            coalesce((
                SELECT group_concat(text, char(10)) FROM (
                    SELECT json_extract(things.document, '$.text') AS text FROM things
                    WHERE things.task_id = tasks.id AND things.deleted_at IS NULL
                    ORDER BY things.position
                )
            ), '') AS comments,
            title_key
        FROM tasks WHERE deleted_at IS NULL
    """)
    create_indexes(db)
    _learn(db, "AFTER INSERT ON tasks", "SELECT new.position")
    _forget(db, "BEFORE UPDATE ON tasks", "SELECT old.position", when=_TASK_CHANGED)
    _learn(db, "AFTER UPDATE ON tasks", "SELECT new.position", when=_TASK_CHANGED)
    _forget(db, "BEFORE DELETE ON tasks", "SELECT old.position")
    # An insert that comes to an update has fired the trigger before it as well.
    new = "NOT EXISTS (SELECT 1 FROM things WHERE id = new.id)"
    for change, row, also in (
        ("INSERT", "new", new),
        ("UPDATE", "new", "1"),
        ("DELETE", "old", "1"),
    ):
        comment, task = f"{row}.kind = 'comment'", _TASK_OF_COMMENT.format(row=row)
        _forget(db, f"BEFORE {change} ON things", task, when=f"{comment} AND {also}")
        _learn(db, f"AFTER {change} ON things", task, when=comment)


@migrations()
def m002_orders(db: Database) -> None:
    """What a list may be sorted by, those without it included; and what is not done apart."""
    for order in ("due", "updated_at"):
        db.execute(f"DROP INDEX tasks_by_{order}")
    for name, column in {
        "due": "due",
        "created": "created_at",
        "updated": "updated_at",
        "priority": "priority",
        "title": "title_key",
        "order": "json_extract(document, '$.order')",
    }.items():
        db.execute(
            f"CREATE INDEX tasks_in_order_of_{name} ON tasks ({column}) WHERE deleted_at IS NULL"
        )
    for column in ("position", "due", "priority"):
        db.execute(
            f"CREATE INDEX unfinished_tasks_by_{column} ON tasks ({column})"
            " WHERE deleted_at IS NULL AND status <> 'completed'"
        )
    for column in ("completed_at", "start", "deadline"):
        db.execute(
            f"CREATE INDEX tasks_by_{column} ON tasks ({column})"
            f" WHERE deleted_at IS NULL AND {column} IS NOT NULL"
        )
    db.execute("""
        CREATE INDEX tasks_that_repeat ON tasks (position)
        WHERE deleted_at IS NULL AND json_extract(document, '$.repeat') IS NOT NULL
    """)


@migrations()
def m003_in_use(db: Database) -> None:
    """What was used last: of each project, and of what is not done. Each spoken command asks."""
    db.execute("DROP INDEX tasks_by_project_id")
    db.execute("""
        CREATE INDEX tasks_by_project ON tasks (project_id, updated_at)
        WHERE deleted_at IS NULL AND project_id IS NOT NULL
    """)
    db.execute("""
        CREATE INDEX unfinished_tasks_by_updated_at ON tasks (updated_at)
        WHERE deleted_at IS NULL AND status <> 'completed'
    """)


def create_indexes(db: Database) -> None:
    """Make the full-text indexes of what `task_texts` says, and fill them."""
    db.execute("""
        CREATE VIRTUAL TABLE task_words USING fts5(
            title, notes, comments, content = 'task_texts', content_rowid = 'position',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        )
    """)
    db.execute("""
        CREATE VIRTUAL TABLE task_titles USING fts5(
            title_key, content = 'task_texts', content_rowid = 'position', tokenize = 'trigram'
        )
    """)
    for index in _INDEXES:
        db.execute(f"CREATE VIRTUAL TABLE {index}_places USING fts5vocab({index}, 'instance')")
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _learn(db: Database, moment: str, positions: str, *, when: str = "1") -> None:
    """Take the texts of tasks into the indexes. `positions` is a query of their positions."""
    _trigger(
        db,
        moment,
        when,
        "INSERT INTO {index} (rowid, {columns}) SELECT position, {columns}",
        positions,
    )


def _forget(db: Database, moment: str, positions: str, *, when: str = "1") -> None:
    """Take the texts of tasks out of the indexes, which must be told what they were."""
    _trigger(
        db,
        moment,
        when,
        "INSERT INTO {index} ({index}, rowid, {columns}) SELECT 'delete', position, {columns}",
        positions,
    )


def _trigger(db: Database, moment: str, when: str, change: str, positions: str) -> None:
    statements = "".join(
        f"{change.format(index=index, columns=columns)} FROM task_texts"
        f" WHERE position IN ({positions});"
        for index, columns in _INDEXES.items()
    )
    name = f"search_{moment.replace(' ', '_').lower()}"
    db.execute(f"CREATE TRIGGER {name} {moment} WHEN {when} BEGIN {statements} END")
