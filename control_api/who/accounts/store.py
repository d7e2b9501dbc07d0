"""The SQL of accounts."""

import msgspec
from sqlite_utils import Database

from shared.languages import LanguageName


class Account(msgspec.Struct, frozen=True):
    """A person."""

    id: str
    name: str
    time_zone: str | None
    """IANA name; None: the one of the settings."""
    sign_in_name: str | None = None
    """What goes with the password; None when there is none."""
    tokens_since: float = 0
    """Unix seconds: of the tokens signed for it, those from before count no more."""
    language: LanguageName | None = None
    """What the person speaks; None: the one of the settings."""


_ACCOUNTS = """
    SELECT accounts.id, accounts.name, time_zone, passwords.name, coalesce(signed_out.at, 0),
        language, created_at
    FROM accounts
    LEFT JOIN passwords ON passwords.account_id = accounts.id
    LEFT JOIN signed_out ON signed_out.account_id = accounts.id
"""


def ensure_account(db: Database, account_id: str, at: str) -> None:
    """Make the account when it is missing."""
    db.execute(
        "INSERT INTO accounts (id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [account_id, at],
    )


def find_account(db: Database, account_id: str) -> Account | None:
    """Find an account by its id."""
    row = db.execute(f"{_ACCOUNTS} WHERE accounts.id = ?", [account_id]).fetchone()
    return None if row is None else Account(*row[:-1])


def list_accounts(db: Database) -> list[tuple[Account, str]]:
    """List all accounts with when each was made, the oldest first."""
    rows = db.execute(f"{_ACCOUNTS} ORDER BY created_at, accounts.rowid").fetchall()
    return [(Account(*values), created_at) for *values, created_at in rows]


def are_several(db: Database) -> bool:
    """Tell whether more than one person has an account."""
    (count,) = db.execute("SELECT count(*) FROM (SELECT 1 FROM accounts LIMIT 2)").fetchone()
    return bool(count > 1)


def created_at(db: Database, account_id: str) -> str:
    """Tell when an account that exists was made: UTC, ISO 8601."""
    row = db.execute("SELECT created_at FROM accounts WHERE id = ?", [account_id]).fetchone()
    at: str = row[0]
    return at


def remove_account(db: Database, account_id: str) -> None:
    """Forget an account and all that is kept about it here. Its files are not touched."""
    db.execute("DELETE FROM accounts WHERE id = ?", [account_id])


def save_account(db: Database, account: Account) -> None:
    """Keep the name, time zone and language of an account that exists."""
    db.execute(
        "UPDATE accounts SET name = ?, time_zone = ?, language = ? WHERE id = ?",
        [account.name, account.time_zone, account.language, account.id],
    )
