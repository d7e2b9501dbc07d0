"""The SQL of tokens that were signed at the machine. They are known from their first use on."""

import msgspec
from sqlite_utils import Database

from control_api.who.signed_tokens.tokens import MOMENT_S, AccessClaims

KEPT_AFTER_S = 30 * 24 * 3600
"""After its end a token is remembered for as long: a clock that is put back must not revive it."""


class SignedToken(msgspec.Struct, frozen=True):
    """One token, without itself. Times are Unix seconds."""

    id: str
    account_id: str
    created_at: float
    expires_at: int
    last_used_at: int
    is_revoked: bool


def find_signed_token(db: Database, token_id: str) -> SignedToken | None:
    """Find a token that was used before."""
    row = db.execute(
        """
        SELECT id, account_id, created_at, expires_at, last_used_at, is_revoked
        FROM machine_tokens WHERE id = ?
        """,
        [token_id],
    ).fetchone()
    return None if row is None else _read(row)


def note_signed_token(db: Database, claims: AccessClaims, now: int) -> None:
    """Remember that a token was used at Unix time `now`, unless all were ended just now."""
    db.execute(
        """
        INSERT INTO machine_tokens (id, account_id, created_at, expires_at, last_used_at)
        SELECT :jti, id, :iat, :exp, :now FROM accounts
        WHERE id = :sub
            AND NOT EXISTS (SELECT 1 FROM signed_out WHERE account_id = :sub AND at >= :iat)
        ON CONFLICT (id) DO UPDATE SET last_used_at = excluded.last_used_at
        """,
        msgspec.structs.asdict(claims) | {"now": now},
    )


def list_signed_tokens(db: Database, account_id: str, now: int) -> list[SignedToken]:
    """List an account's tokens that count at Unix time `now`, newest first."""
    rows = db.execute(
        """
        SELECT id, account_id, created_at, expires_at, last_used_at, is_revoked
        FROM machine_tokens
        WHERE account_id = ? AND expires_at > ? AND NOT is_revoked AND expires_at - created_at > ?
        ORDER BY created_at DESC
        """,
        [account_id, now, MOMENT_S],
    )
    return [_read(row) for row in rows]


def revoke_signed_token(db: Database, account_id: str, token_id: str) -> bool:
    """Let a token of an account count no more; False when it has none that counts."""
    cursor = db.execute(
        """
        UPDATE machine_tokens SET is_revoked = 1
        WHERE account_id = ? AND id = ? AND NOT is_revoked
        """,
        [account_id, token_id],
    )
    return cursor.rowcount == 1


def end_signed_tokens(
    db: Database, account_id: str, now: float, *, spared: AccessClaims | None
) -> None:
    """End, at Unix time `now`, all that was ever signed for an account, used before or not.

    `spared` is the token that asks for it.
    """
    if spared is not None:
        note_signed_token(db, spared, int(now))
    db.execute(
        "UPDATE machine_tokens SET is_revoked = 1 WHERE account_id = ? AND id IS NOT ?",
        [account_id, None if spared is None else spared.jti],
    )
    db.execute(
        """
        INSERT INTO signed_out (account_id, at) VALUES (?, ?)
        ON CONFLICT (account_id) DO UPDATE SET at = excluded.at
        """,
        [account_id, now],
    )


def forget_signed_tokens(db: Database, now: int) -> None:
    """Forget those that ended long before Unix time `now`."""
    db.execute("DELETE FROM machine_tokens WHERE expires_at <= ?", [now - KEPT_AFTER_S])


def _read(row: tuple[str, str, float, int, int, int]) -> SignedToken:
    return SignedToken(*row[:-1], is_revoked=bool(row[-1]))
