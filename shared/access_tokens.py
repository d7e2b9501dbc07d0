"""Access tokens: what a person gives to a program that acts for them."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from shared.accounts import Code

TokenScope = Literal["read", "write", "admin"]
"""Look at everything; also change tasks and things; also change the account and its tokens."""


class NewAccessToken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/access-tokens``."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    """What it is for, in the person's words."""
    scopes: Annotated[list[TokenScope], msgspec.Meta(min_length=1, max_length=3)]
    """The strongest of them counts: who may write may read."""
    expires_at: Annotated[datetime, msgspec.Meta(tz=True)] | msgspec.UnsetType | None = (
        msgspec.UNSET
    )
    """With its offset. None: never. Left out: in 90 days."""
    password: Annotated[str, msgspec.Meta(max_length=1024)] | None = None
    """For the scope `admin`: the one you sign in with."""
    code: Code | None = None
    """Or of an unused sign-in link."""


class AccessToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token as its owner sees it later: all but itself."""

    id: str
    name: str
    scopes: list[TokenScope]
    created_at: str
    """This and the other times: UTC, ISO 8601."""
    expires_at: str | None
    """None: never."""
    last_used_at: str | None
    """To the minute; None: not used yet."""


class MadeAccessToken(AccessToken, frozen=True, kw_only=True):
    """Answer to making one, 201."""

    token: str
    """Shown this once: only its hash is kept."""


class AccessTokens(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/access-tokens``: all of the person's own, newest first."""

    items: list[AccessToken]
    next_cursor: None = None
    """There are never more of them than fit on a page."""
