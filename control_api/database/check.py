"""Whether SQLite finds a file in good order."""

from sqlite_utils import Database


def find_faults(db: Database) -> list[str]:
    """What SQLite's own checks have to say; empty when all is well."""
    faults = [text for (text,) in db.execute("PRAGMA integrity_check") if text != "ok"]
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        faults.append(f"Row {row} of {table} points to a row of {parent} that is not there.")
    return faults
