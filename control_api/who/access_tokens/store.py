"""The SQL of personal access tokens. Of a token itself only the hash is here."""

import msgspec
from sqlite_utils import Database

from shared.access_tokens import TokenScope

COLUMNS = "id, account_id, name, scopes, created_at, expires_at, last_used_at"


class StoredToken(msgspec.Struct, frozen=True, kw_only=True):
    """One token, without itself. Times are Unix seconds."""

    id: str
    account_id: str
    name: str
    scopes: list[TokenScope]
    created_at: int
    expires_at: int | None
    """None: never."""
    last_used_at: int | None = None

    def is_over(self, now: int) -> bool:
        """Tell whether it has expired at Unix time `now`."""
        return self.expires_at is not None and self.expires_at <= now


def add_token(db: Database, token: StoredToken, token_hash: str) -> None:
    """Keep a new token."""
    db.execute(
        """
        INSERT INTO access_tokens (id, account_id, name, scopes, created_at, expires_at, token_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
            token.id,
            token.account_id,
            token.name,
            " ".join(token.scopes),
            token.created_at,
            token.expires_at,
            token_hash,
        ],
    )


def find_token(db: Database, token_hash: str) -> StoredToken | None:
    """Find a token by its hash."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM access_tokens WHERE token_hash = ?", [token_hash]
    ).fetchone()
    return None if row is None else _read(row)


def list_tokens(db: Database, account_id: str) -> list[StoredToken]:
    """List an account's tokens, newest first."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM access_tokens WHERE account_id = ? ORDER BY position DESC",
        [account_id],
    )
    return [_read(row) for row in rows]


def count_tokens(db: Database, account_id: str) -> int:
    """Count an account's tokens."""
    row = db.execute("SELECT count(*) FROM access_tokens WHERE account_id = ?", [account_id])
    count: int = row.fetchone()[0]
    return count


def note_use(db: Database, token_id: str, now: int) -> None:
    """Remember that a token was used at Unix time `now`."""
    db.execute("UPDATE access_tokens SET last_used_at = ? WHERE id = ?", [now, token_id])


def remove_token(db: Database, account_id: str, token_id: str) -> bool:
    """Forget a token of an account; False when it has no such token."""
    cursor = db.execute(
        "DELETE FROM access_tokens WHERE account_id = ? AND id = ?", [account_id, token_id]
    )
    return cursor.rowcount == 1


def _read(row: tuple[str, str, str, str, int, int | None, int | None]) -> StoredToken:
    token_id, account_id, name, scopes, created_at, expires_at, last_used_at = row
    return StoredToken(
        id=token_id,
        account_id=account_id,
        name=name,
        scopes=msgspec.convert(scopes.split(), list[TokenScope]),
        created_at=created_at,
        expires_at=expires_at,
        last_used_at=last_used_at,
    )
