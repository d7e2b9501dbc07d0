"""The SQL of passwords: of each only the hash, with the name one signs in with."""

import msgspec
from sqlite_utils import Database

COLUMNS = "account_id, name, name_key, hash"


class StoredPassword(msgspec.Struct, frozen=True):
    """How one account signs in."""

    account_id: str
    name: str
    name_key: str
    """What all spellings of the name have in common; nobody else has it."""
    hash: str


def find_by_name(db: Database, name_key: str) -> StoredPassword | None:
    """Find the password that goes with a name."""
    return _find(db, "name_key", name_key)


def find_of_account(db: Database, account_id: str) -> StoredPassword | None:
    """Find the password of an account."""
    return _find(db, "account_id", account_id)


def save_password(db: Database, password: StoredPassword) -> None:
    """Keep an account's password, instead of the one it had. The name must be free, or its own."""
    db.execute(
        f"""
        INSERT INTO passwords ({COLUMNS}) VALUES (?, ?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE
        SET name = excluded.name, name_key = excluded.name_key, hash = excluded.hash
        """,
        [password.account_id, password.name, password.name_key, password.hash],
    )


def _find(db: Database, column: str, value: str) -> StoredPassword | None:
    row = db.execute(f"SELECT {COLUMNS} FROM passwords WHERE {column} = ?", [value]).fetchone()
    return None if row is None else StoredPassword(*row)
