"""What finds the repeating tasks among all others. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("repeats")


@migrations()
def m001_repeating(db: Database) -> None:
    """An index of the tasks that repeat: the server looks at them all the time."""
    db.execute("""
        CREATE INDEX tasks_repeating ON tasks (due)
        WHERE json_extract(document, '$.repeat') IS NOT NULL AND deleted_at IS NULL
            AND status IN ('todo', 'in_progress')
    """)
