"""The SQL of accounts, browser sessions and used sign-in codes."""

import msgspec
from sqlite_utils import Database


class Account(msgspec.Struct, frozen=True):
    """A person."""

    id: str
    name: str
    time_zone: str | None
    """IANA name; None: the one of the settings."""


def ensure_account(db: Database, account_id: str, at: str) -> None:
    """Make the account when it is missing."""
    db.execute(
        "INSERT INTO accounts (id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [account_id, at],
    )


def find_account(db: Database, account_id: str) -> Account | None:
    """Find an account by its id."""
    row = db.execute(
        "SELECT id, name, time_zone FROM accounts WHERE id = ?", [account_id]
    ).fetchone()
    return None if row is None else Account(*row)


def save_account(db: Database, account: Account) -> None:
    """Keep the name and time zone of an account that exists."""
    db.execute(
        "UPDATE accounts SET name = ?, time_zone = ? WHERE id = ?",
        [account.name, account.time_zone, account.id],
    )


def add_session(
    db: Database, token_hash: str, account_id: str, *, created_at: int, expires_at: int
) -> None:
    """Keep a browser session. Times are Unix seconds."""
    db.execute(
        """
        INSERT INTO browser_sessions (token_hash, account_id, created_at, expires_at)
        VALUES (?, ?, ?, ?)
        """,
        [token_hash, account_id, created_at, expires_at],
    )


def find_session(db: Database, token_hash: str) -> tuple[str, int] | None:
    """Find a browser session: its account, and when it expires, in Unix seconds."""
    row = db.execute(
        "SELECT account_id, expires_at FROM browser_sessions WHERE token_hash = ?", [token_hash]
    ).fetchone()
    return None if row is None else (row[0], row[1])


def extend_session(db: Database, token_hash: str, expires_at: int) -> None:
    """Let a browser session last until then."""
    db.execute(
        "UPDATE browser_sessions SET expires_at = ? WHERE token_hash = ?", [expires_at, token_hash]
    )


def remove_session(db: Database, token_hash: str) -> None:
    """Forget a browser session."""
    db.execute("DELETE FROM browser_sessions WHERE token_hash = ?", [token_hash])


def remove_expired(db: Database, now: int) -> None:
    """Forget the sessions and used codes that no longer count, at Unix time `now`."""
    db.execute("DELETE FROM browser_sessions WHERE expires_at <= ?", [now])
    db.execute("DELETE FROM used_codes WHERE expires_at <= ?", [now])


def use_code(db: Database, code_id: str, expires_at: int) -> bool:
    """Mark a sign-in code as used; False when it was used before."""
    cursor = db.execute(
        "INSERT INTO used_codes (code_id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [code_id, expires_at],
    )
    return cursor.rowcount == 1
