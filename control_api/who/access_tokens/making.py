"""A new token: its value, for how long, and who may have which."""

import secrets
import uuid
from datetime import datetime

from msgspec import UNSET, UnsetType
from sqlite_utils import Database

from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from control_api.who.access_tokens.store import StoredToken, add_token, count_tokens
from control_api.who.sessions.browser_sessions import hash_token
from shared.access_tokens import NewAccessToken
from shared.problems import ForbiddenError, InvalidInputError

PREFIX = "saydo_pat_"
"""By this people and secret scanners know one when they see it."""
LIFE_S = 90 * 24 * 3600
"""Of a token whose maker does not say."""
LONGEST_S = 100 * 366 * 24 * 3600
MOST = 100
"""Tokens of one account."""
NAME_LENGTH = 200


def make_token(
    db: Database, account_id: str, wanted: NewAccessToken, now: int, *, within: int | None
) -> tuple[StoredToken, str]:
    """Make a token at Unix time `now`; it and its value, which is not kept.

    `within` is when the token that asks for this one expires, if a token does.
    Raises `InvalidInputError` or `ForbiddenError`.
    """
    if count_tokens(db, account_id) >= MOST:
        raise InvalidInputError(f"You have {MOST} access tokens: delete one that you don't need.")
    value = PREFIX + secrets.token_urlsafe(32)
    token = StoredToken(
        id=str(uuid.uuid4()),
        account_id=account_id,
        name=clean_line(wanted.name, "name", NAME_LENGTH),
        scopes=sorted(set(wanted.scopes)),
        created_at=now,
        expires_at=_expiry(wanted.expires_at, now, within),
    )
    add_token(db, token, hash_token(value))
    return token, value


def _expiry(wanted: datetime | UnsetType | None, now: int, within: int | None) -> int | None:
    if wanted is UNSET:
        return now + LIFE_S if within is None else min(now + LIFE_S, within)
    expires_at = None if wanted is None else int(wanted.timestamp())
    if expires_at is not None and expires_at <= now:
        raise invalid("expires_at", "This is in the past: choose a later time.")
    if expires_at is not None and expires_at > now + LONGEST_S:
        raise invalid("expires_at", "This is too far off: choose a time within 100 years, or null.")
    if within is not None and (expires_at is None or expires_at > within):
        raise ForbiddenError("A token can't make one that lasts longer than itself.")
    return expires_at
