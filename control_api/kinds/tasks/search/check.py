"""Whether the full-text indexes say what the tasks say."""

from collections.abc import Iterator
from itertools import zip_longest

from sqlite_utils import Database

from control_api.database.files.functions import add_functions
from control_api.kinds.tasks.search.migrations import INDEXES, create_indexes

# Where a word is, all its places in two sums: millions of places are compared in SQLite, not here.
_WORDS = """
    SELECT term, count(*),
        sum((doc * 2654435761 + col * 40503 + offset * 97 + 12345) % 4294967291),
        sum((doc * 40503 + offset * 2246822519 + col * 7919 + 1) % 4294967279)
    FROM {places} GROUP BY term
"""


def find_wrong_index(db: Database) -> Iterator[str]:
    """Say in a sentence when the full-text indexes are not what the texts give."""
    if not _is_right(db):
        yield "The full-text index is not as the tasks say; rebuild it."


def _is_right(db: Database) -> bool:
    """Whether the indexes are those that the texts give, word by word. Changes nothing."""
    # FTS5's own check writes, and a file may be open for reading only.
    fresh = Database("", execute_plugins=False)
    try:
        add_functions(fresh)
        fresh.execute(
            "CREATE TABLE task_texts (position INTEGER PRIMARY KEY, title, notes, comments)"
        )
        fresh.conn.executemany(
            "INSERT INTO task_texts VALUES (?, ?, ?, ?)",
            db.execute("SELECT position, title, notes, comments FROM task_texts"),
        )
        create_indexes(fresh)
        questions = [_WORDS.format(places=f"{index}_places") for index in INDEXES]
        return all(
            stored == right
            for words in questions
            for stored, right in zip_longest(db.execute(words), fresh.execute(words))
        )
    finally:
        fresh.close()
