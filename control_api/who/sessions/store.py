"""The SQL of browser sessions, and of the codes that were used up."""

import msgspec
from sqlite_utils import Database


class StoredSession(msgspec.Struct, frozen=True):
    """A browser that is signed in. Times are Unix seconds."""

    id: str
    token_hash: str
    account_id: str
    browser: str
    """What it says of itself."""
    created_at: int
    used_at: int
    """To the hour."""
    expires_at: int


SESSION_COLUMNS = ", ".join(StoredSession.__struct_fields__)


def add_session(db: Database, session: StoredSession) -> None:
    """Keep a browser session."""
    db.execute(
        f"INSERT INTO browser_sessions ({SESSION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        msgspec.structs.astuple(session),
    )


def list_sessions(db: Database, account_id: str) -> list[StoredSession]:
    """List an account's browser sessions, newest first."""
    rows = db.execute(
        f"""
        SELECT {SESSION_COLUMNS} FROM browser_sessions
        WHERE account_id = ? ORDER BY created_at DESC, rowid DESC
        """,
        [account_id],
    )
    return [StoredSession(*row) for row in rows]


def find_session(db: Database, token_hash: str) -> tuple[str, int] | None:
    """Find a browser session: its account, and when it expires, in Unix seconds."""
    row = db.execute(
        "SELECT account_id, expires_at FROM browser_sessions WHERE token_hash = ?", [token_hash]
    ).fetchone()
    return None if row is None else (row[0], row[1])


def extend_session(db: Database, token_hash: str, now: int, expires_at: int) -> None:
    """Note that a browser session was used now, and let it last until then. Unix seconds."""
    db.execute(
        "UPDATE browser_sessions SET used_at = ?, expires_at = ? WHERE token_hash = ?",
        [now, expires_at, token_hash],
    )


def remove_session(db: Database, token_hash: str) -> None:
    """Forget a browser session."""
    db.execute("DELETE FROM browser_sessions WHERE token_hash = ?", [token_hash])


def remove_session_of(db: Database, account_id: str, session_id: str) -> bool:
    """Forget a browser session of an account; False when it has no such session."""
    cursor = db.execute(
        "DELETE FROM browser_sessions WHERE account_id = ? AND id = ?", [account_id, session_id]
    )
    return cursor.rowcount == 1


def remove_other_sessions(db: Database, account_id: str, token_hash: str) -> None:
    """Forget all browser sessions of an account but one."""
    db.execute(
        "DELETE FROM browser_sessions WHERE account_id = ? AND token_hash <> ?",
        [account_id, token_hash],
    )


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


def is_used(db: Database, code_id: str) -> bool:
    """Tell whether a code was used before."""
    row = db.execute("SELECT 1 FROM used_codes WHERE code_id = ?", [code_id]).fetchone()
    return row is not None
