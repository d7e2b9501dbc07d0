"""The schema of both kinds of file, step by step, each step written by the domain it belongs to."""

from collections.abc import Sequence

from sqlite_utils import Database, Migrations

from control_api.edges.feeds.migrations import migrations as feeds
from control_api.edges.reminders.migrations import migrations as reminders
from control_api.edges.reminders.migrations import preferences as notifications
from control_api.edges.search.migrations import migrations as search
from control_api.edges.webhooks.migrations import migrations as webhooks
from control_api.engine.approval_migrations import migrations as approvals
from control_api.engine.migrations import migrations as commands
from control_api.kinds.tasks.records.migrations import migrations as tasks
from control_api.kinds.tasks.records.repeat_migrations import migrations as repeats
from control_api.kinds.things.migrations import migrations as things
from control_api.log.migrations import migrations as events
from control_api.setup.setup_error import SetupError
from control_api.who.accounts.migrations import migrations as accounts
from control_api.who.rooms.migrations import migrations as rooms
from control_api.who.sharing.migrations import migrations as sharing

# A step refers only to tables of the domains before its own.
CONTROL: Sequence[Migrations] = (accounts, rooms, notifications, sharing, webhooks, feeds)
WORKSPACE: Sequence[Migrations] = (
    *(things, tasks, commands, events, search, reminders, repeats),
    approvals,
)


def migrate(db: Database, migrations: Sequence[Migrations]) -> None:
    """Apply the steps that are missing; inside a transaction, so all or none of them.

    Raises `SetupError` when a newer program has written the file.
    """
    refuse_newer(db, migrations)
    for domain in migrations:
        domain.apply(db)


def refuse_newer(db: Database, migrations: Sequence[Migrations]) -> None:
    """Raise `SetupError` when a newer program has written the file."""
    if _recorded(db) - _known(migrations):
        raise SetupError(
            "This data folder was written by a newer Saydo. Update this one to use it; "
            "nothing was changed."
        )


def is_outdated(db: Database, migrations: Sequence[Migrations]) -> bool:
    """Whether steps are missing in a file that an older program has written."""
    return bool(_known(migrations) - _recorded(db))


def find_schema_faults(db: Database, migrations: Sequence[Migrations]) -> list[str]:
    """Say in a sentence each what is not as the steps make it; for a file that has them all."""
    fresh = Database(memory=True, execute_plugins=False)
    try:
        migrate(fresh, migrations)
        expected, found = _schema(fresh), _schema(db)
    finally:
        fresh.close()
    return [
        f"The schema of {name} is not as this program makes it."
        for name in sorted(expected.keys() | found.keys())
        if expected.get(name) != found.get(name)
    ]


def _schema(db: Database) -> dict[str, str]:
    # What SQLite makes for its own use has no text. Litestream adds two tables of its own.
    return dict(
        db.execute("""
            SELECT name, type || ' ' || tbl_name || ' ' || sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE '\\_litestream\\_%' ESCAPE '\\'
        """)
    )


def _known(migrations: Sequence[Migrations]) -> set[tuple[str, str]]:
    empty = Database(memory=True, execute_plugins=False)
    try:
        return {(domain.name, step.name) for domain in migrations for step in domain.pending(empty)}
    finally:
        empty.close()


def _recorded(db: Database) -> set[tuple[str, str]]:
    if "_sqlite_migrations" not in db.table_names():
        return set()
    return set(db.execute("SELECT migration_set, name FROM _sqlite_migrations"))
