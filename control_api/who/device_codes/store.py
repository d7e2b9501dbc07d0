"""The SQL of device codes: an account has one at most, and only its hash is kept."""

from sqlite_utils import Database

from control_api.who.sessions.browser_sessions import hash_token


def keep_code(db: Database, account_id: str, code: str, expires_at: int, now: int) -> None:
    """Keep the plain code of an account instead of the one before. Times are Unix seconds."""
    db.execute("DELETE FROM device_codes WHERE expires_at <= ?", [now])
    db.execute(
        """
        INSERT INTO device_codes (account_id, code_hash, expires_at) VALUES (?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE
        SET code_hash = excluded.code_hash, expires_at = excluded.expires_at
        """,
        [account_id, hash_token(code), expires_at],
    )


def take_code(db: Database, code: str, now: int) -> str | None:
    """The account of a plain code that counts at Unix time `now`, and which counts no more."""
    row = db.execute(
        "DELETE FROM device_codes WHERE code_hash = ? AND expires_at > ? RETURNING account_id",
        [hash_token(code), now],
    ).fetchone()
    return None if row is None else str(row[0])


def forget_code(db: Database, account_id: str) -> None:
    """Let the code of an account count no more."""
    db.execute("DELETE FROM device_codes WHERE account_id = ?", [account_id])
