"""What SQL can call here beyond what SQLite has."""

from sqlite_utils import Database

from control_api.input.search_key import search_key


def add_functions(db: Database) -> None:
    """Let the SQL of a connection call `search_key`; triggers of the search do."""
    db.conn.create_function("search_key", 1, _key, deterministic=True)


def _key(text: str | None) -> str | None:
    """What is not there has no key, as SQL's own functions have it."""
    return None if text is None else search_key(text)
