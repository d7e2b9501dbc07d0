"""The full-text indexes, and the indexes that lists are sorted by. In each workspace's file."""

from collections.abc import Mapping
from functools import partial

from sqlite_utils import Database, Migrations

migrations = Migrations("search")

Indexes = Mapping[str, tuple[str, str]]
"""Full-text index to the view whose texts it holds, and their columns."""
INDEXES: Indexes = {
    "task_words": ("task_texts", "title, notes, comments"),
    "task_titles": ("task_title_keys", "title"),
    "task_notes": ("task_notes_keys", "notes, comments"),
}
_PARTS = ("task_titles", "task_notes")
_FIRST_INDEXES = {
    "task_words": INDEXES["task_words"],
    "task_titles": ("task_texts", "title_key"),
}
_LEARN = "INSERT INTO {index} (rowid, {columns}) SELECT position, {columns}"
# An index must be told what the texts were that it is to forget.
_FORGET = "INSERT INTO {index} ({index}, rowid, {columns}) SELECT 'delete', position, {columns}"
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
    _create_words(db)
    db.execute("""
        CREATE VIRTUAL TABLE task_titles USING fts5(
            title_key, content = 'task_texts', content_rowid = 'position', tokenize = 'trigram'
        )
    """)
    _make_places(db, "task_titles")
    fill_indexes(db, _FIRST_INDEXES)
    _keep_in_step(db, _FIRST_INDEXES)


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


@migrations()
def m004_parts(db: Database) -> None:
    """Any part of notes and comments too; of titles without their accents."""
    triggers = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        if name.startswith("search_"):
            db.execute(f"DROP TRIGGER {name}")
    db.execute("DROP TABLE task_titles_places")
    db.execute("DROP TABLE task_titles")
    _create_parts(db)
    fill_indexes(db, {index: INDEXES[index] for index in _PARTS})
    _keep_in_step(db, INDEXES)


def create_indexes(db: Database) -> None:
    """Make the full-text indexes of what `task_texts` says, and fill them."""
    _create_words(db)
    _create_parts(db)
    fill_indexes(db)


def fill_indexes(db: Database, indexes: Indexes = INDEXES) -> None:
    """Make what full-text indexes hold anew; what was deleted leaves no trace in them then."""
    for index, (source, columns) in indexes.items():
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        db.execute(
            f"INSERT INTO {index} (rowid, {columns}) SELECT position, {columns} FROM {source}"
        )


def _create_words(db: Database) -> None:
    """Make the index of whole words and their beginnings."""
    db.execute("""
        CREATE VIRTUAL TABLE task_words USING fts5(
            title, notes, comments, content = 'task_texts', content_rowid = 'position',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        )
    """)
    _make_places(db, "task_words")


def _create_parts(db: Database) -> None:
    """Make the indexes of parts of texts, of their `search_key`s."""
    db.execute("""
        CREATE VIEW task_title_keys AS SELECT position, search_key(title) AS title FROM task_texts
    """)
    # With blanks at its end, three characters begin at each of a text: one or two are found so.
    db.execute("""
        CREATE VIEW task_notes_keys AS SELECT
            position, search_key(notes) || '  ' AS notes, search_key(comments) || '  ' AS comments
        FROM task_texts WHERE notes <> '' OR comments <> ''
    """)
    for index in _PARTS:
        # With the views as their content, no program could read them that has no `search_key`.
        db.execute(f"""
            CREATE VIRTUAL TABLE {index} USING fts5(
                {INDEXES[index][1]}, content = '', tokenize = 'trigram case_sensitive 1'
            )
        """)
        _make_places(db, index)


def _make_places(db: Database, index: str) -> None:
    db.execute(f"CREATE VIRTUAL TABLE {index}_places USING fts5vocab({index}, 'instance')")


def _keep_in_step(db: Database, indexes: Indexes) -> None:
    """Let the indexes follow every change of tasks and comments."""
    trigger = partial(_trigger, db, indexes)
    trigger("AFTER INSERT ON tasks", _LEARN, "SELECT new.position")
    trigger("BEFORE UPDATE ON tasks", _FORGET, "SELECT old.position", when=_TASK_CHANGED)
    trigger("AFTER UPDATE ON tasks", _LEARN, "SELECT new.position", when=_TASK_CHANGED)
    trigger("BEFORE DELETE ON tasks", _FORGET, "SELECT old.position")
    # An insert that comes to an update has fired the trigger before it as well.
    new = "NOT EXISTS (SELECT 1 FROM things WHERE id = new.id)"
    for change, row, also in (
        ("INSERT", "new", new),
        ("UPDATE", "new", "1"),
        ("DELETE", "old", "1"),
    ):
        comment, task = f"{row}.kind = 'comment'", _TASK_OF_COMMENT.format(row=row)
        trigger(f"BEFORE {change} ON things", _FORGET, task, when=f"{comment} AND {also}")
        trigger(f"AFTER {change} ON things", _LEARN, task, when=comment)


def _trigger(
    db: Database, indexes: Indexes, moment: str, change: str, positions: str, *, when: str = "1"
) -> None:
    """Change the indexes at a moment. `positions` is a query of the tasks' positions."""
    statements = "".join(
        f"{change.format(index=index, columns=columns)} FROM {source}"
        f" WHERE position IN ({positions});"
        for index, (source, columns) in indexes.items()
    )
    name = f"search_{moment.replace(' ', '_').lower()}"
    # What has no text can be changed by programs that have no `search_key`.
    moment = moment.replace("UPDATE", "UPDATE OF document, deleted_at")
    db.execute(f"CREATE TRIGGER {name} {moment} WHEN {when} BEGIN {statements} END")
