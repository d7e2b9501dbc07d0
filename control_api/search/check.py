"""Whether the full-text indexes say what the tasks say."""

from itertools import zip_longest

from sqlite_utils import Database

from control_api.search.migrations import create_indexes

_PLACES = (
    "SELECT term, doc, col, offset FROM task_words_places",
    "SELECT term, doc, col, offset FROM task_titles_places",
)
"""Every word of an index and where it is, in an order of the index's own."""


def index_is_right(db: Database) -> bool:
    """Whether the indexes are those that the texts give, word by word. Changes nothing."""
    # FTS5's own check writes, and a file may be open for reading only.
    fresh = Database("", execute_plugins=False)
    try:
        fresh.execute("CREATE TABLE task_texts (position, title, notes, comments, title_key)")
        fresh.conn.executemany(
            "INSERT INTO task_texts VALUES (?, ?, ?, ?, ?)",
            db.execute("SELECT position, title, notes, comments, title_key FROM task_texts"),
        )
        create_indexes(fresh)
        return all(
            stored == right
            for places in _PLACES
            for stored, right in zip_longest(db.execute(places), fresh.execute(places))
        )
    finally:
        fresh.close()
