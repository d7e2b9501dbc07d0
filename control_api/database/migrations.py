"""How a file is brought up to date: the steps of its schema that it lacks, all or none of them."""

from sqlite_utils import Database

from control_api.database.files.functions import add_functions
from control_api.database.schema import Schema
from control_api.setup.setup_error import SetupError


def migrate(db: Database, schema: Schema) -> None:
    """Apply the steps that are missing; inside a transaction, so all or none of them.

    Raises `SetupError` when a newer program has written the file.
    """
    refuse_newer(db, schema)
    add_functions(db)  # one in memory has none
    for domain in schema.steps:
        domain.apply(db)


def refuse_newer(db: Database, schema: Schema) -> None:
    """Raise `SetupError` when a newer program has written the file."""
    if _recorded(db) - _known(schema):
        raise SetupError(
            "This data folder was written by a newer Saydo. Update this one to use it; "
            "nothing was changed."
        )


def is_outdated(db: Database, schema: Schema) -> bool:
    """Whether steps are missing in a file that an older program has written."""
    return bool(_known(schema) - _recorded(db))


def find_schema_faults(db: Database, schema: Schema) -> list[str]:
    """Say in a sentence each what is not as the steps make it; for a file that has them all."""
    fresh = Database(memory=True, execute_plugins=False)
    try:
        migrate(fresh, schema)
        expected, found = _statements(fresh), _statements(db)
    finally:
        fresh.close()
    return [
        f"The schema of {name} is not as this program makes it."
        for name in sorted(expected.keys() | found.keys())
        if expected.get(name) != found.get(name)
    ]


def _statements(db: Database) -> dict[str, str]:
    # What SQLite makes for its own use has no text. Litestream adds two tables of its own.
    return dict(
        db.execute("""
            SELECT name, type || ' ' || tbl_name || ' ' || sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE '\\_litestream\\_%' ESCAPE '\\'
        """)
    )


def _known(schema: Schema) -> set[tuple[str, str]]:
    empty = Database(memory=True, execute_plugins=False)
    try:
        return {
            (domain.name, step.name) for domain in schema.steps for step in domain.pending(empty)
        }
    finally:
        empty.close()


def _recorded(db: Database) -> set[tuple[str, str]]:
    if "_sqlite_migrations" not in db.table_names():
        return set()
    return set(db.execute("SELECT migration_set, name FROM _sqlite_migrations"))
