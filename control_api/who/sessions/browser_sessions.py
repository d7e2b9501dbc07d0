"""Browser sessions: a random token in a cookie, of which only the hash is kept."""

import hashlib
import secrets
import uuid

from sqlite_utils import Database

from control_api.who.accounts.store import Account, find_account
from control_api.who.sessions.store import (
    StoredSession,
    add_session,
    find_session,
    remove_expired,
    remove_other_sessions,
    remove_session,
)

COOKIE = "saydo_session"
LIFE_S = 30 * 24 * 3600
"""Without any use; each use starts it anew, within `EXTEND_AFTER_S`."""
EXTEND_AFTER_S = 3600
"""A session is not written at each request."""
BROWSER_LENGTH = 200


def start_session(
    db: Database, account_id: str, now: int, *, browser: str = "", instead_of: str | None
) -> str:
    """Start a session at Unix time `now`, ending the one the browser had; its token."""
    remove_expired(db, now)
    if instead_of is not None:
        remove_session(db, hash_token(instead_of))
    token = secrets.token_urlsafe(32)
    session = StoredSession(
        id=str(uuid.uuid4()),
        token_hash=hash_token(token),
        account_id=account_id,
        browser="".join(filter(str.isprintable, browser))[:BROWSER_LENGTH],
        created_at=now,
        used_at=now,
        expires_at=now + LIFE_S,
    )
    add_session(db, session)
    return token


def session_account(db: Database, token: str, now: int) -> tuple[Account, bool] | None:
    """Find the account of a session that lives, and whether it is time to extend it."""
    found = find_session(db, hash_token(token))
    if found is None or found[1] <= now:
        return None
    account_id, expires_at = found
    account = find_account(db, account_id)
    return None if account is None else (account, expires_at < now + LIFE_S - EXTEND_AFTER_S)


def end_session(db: Database, token: str) -> str | None:
    """End a session; the account it was of, if there was one."""
    found = find_session(db, hash_token(token))
    remove_session(db, hash_token(token))
    return None if found is None else found[0]


def end_other_sessions(db: Database, account_id: str, token: str | None) -> None:
    """End all sessions of an account but the one with this token."""
    remove_other_sessions(db, account_id, hash_token(token or ""))


def hash_token(token: str) -> str:
    """What is stored of a token. It is random enough to need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
