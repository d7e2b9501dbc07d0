"""Signed tokens: the owner's, a voice session's, and the codes of sign-in links and invitations."""

import functools
import time
import uuid
from typing import Any, Literal, TypeVar

import jwt
import msgspec

from shared.problems import UnauthenticatedError

ISSUER = "saydo"
API = "saydo-api"
SIGN_IN = "saydo-sign-in"
INVITATION = "saydo-invitation"
ALGORITHM = "HS256"

OWNER_LIFE_S = 24 * 3600
"""Of a token whose maker does not say."""
LONGEST_DAYS = 90
"""Of an owner's token; for a program that needs longer there are access tokens."""
MOMENT_S = 600
"""As long as a token was made at the machine just now. One that ends by then is not listed."""
SESSION_LIFE_S = 3600
CODE_LIFE_S = 3600
REMEMBERED = 1024
"""Tokens that were proved."""
FARTHEST_S = (LONGEST_DAYS + 30) * 24 * 3600
"""No token of ours ends later than this, even if the clock was put back since."""

_EXPIRED = "This sign-in has expired; sign in again."

Claims = TypeVar("Claims", "AccessClaims", "CodeClaims")
TokenScope = Literal["owner", "session"]


class AccessClaims(msgspec.Struct, frozen=True):
    """What a token of the API says."""

    sub: str
    """The account."""
    exp: int
    """Unix seconds."""
    iat: float
    """When it was made, Unix seconds."""
    scope: TokenScope
    jti: str | None = None
    """By this an owner's token is listed and revoked."""
    room: str | None = None
    """The room of a voice session."""
    since: float = 0
    """Of a voice session: since when the account's tokens counted, by the server's own word."""

    @property
    def is_listed(self) -> bool:
        """Whether it lasts long enough for somebody to look for it."""
        return self.exp - self.iat > MOMENT_S

    def is_fresh(self, now: float) -> bool:
        """Tell whether somebody made it at the machine just now, at Unix time `now`."""
        return self.scope == "owner" and 0 <= now - self.iat <= MOMENT_S


class CodeClaims(msgspec.Struct, frozen=True):
    """What the code of a sign-in link or an invitation says."""

    sub: str
    exp: int
    """Unix seconds."""
    jti: str
    """By this it is known when it comes a second time."""


def make_owner_token(key: str, account_id: str, life_s: int = OWNER_LIFE_S) -> str:
    """Sign a bearer token with which its owner may do everything that is theirs."""
    return _sign(key, API, account_id, life_s, scope="owner", jti=str(uuid.uuid4()))


def make_session_token(key: str, account_id: str, room: str, since: float = 0) -> str:
    """Sign a bearer token for the agent of one room, to act for that one person.

    `since` is when all that was signed for them before was ended, Unix seconds; 0 for never.
    """
    return _sign(key, API, account_id, SESSION_LIFE_S, scope="session", room=room, since=since)


def make_sign_in_code(key: str, account_id: str) -> str:
    """Sign a code that signs a browser in, once."""
    return _sign(key, SIGN_IN, account_id, CODE_LIFE_S, jti=uuid.uuid4().hex)


def make_invitation(key: str, account_id: str, life_s: int) -> tuple[str, CodeClaims]:
    """Sign a code with which somebody may become an account, once; who invites is in it."""
    code = _sign(key, INVITATION, account_id, life_s, jti=str(uuid.uuid4()))
    return code, read_invitation(key, code)


def read_access(key: str, token: str) -> AccessClaims:
    """Verify a token of the API. Raises `UnauthenticatedError` for any other."""
    claims = _convert(_verify(key, token, API, "iat"), AccessClaims)
    if claims.scope == "owner" and claims.jti is None:
        raise UnauthenticatedError(
            "This token of an earlier Saydo can't be revoked, so it counts no more. "
            "Make a new one: python -m control_api token"
        )
    return claims


def read_sign_in_code(key: str, code: str) -> CodeClaims:
    """Verify the code of a sign-in link. Raises `UnauthenticatedError` for any other."""
    claims = _verify(key, code, SIGN_IN, "jti")
    return _convert(claims, CodeClaims)


def read_invitation(key: str, code: str) -> CodeClaims:
    """Verify the code of an invitation. Raises `UnauthenticatedError` for any other."""
    claims = _verify(key, code, INVITATION, "jti")
    return _convert(claims, CodeClaims)


def _sign(key: str, audience: str, account_id: str, life_s: int, **more: str | float) -> str:
    now = time.time()
    claims = {
        "iss": ISSUER,
        "aud": audience,
        "sub": account_id,
        # To the microsecond: what is made in the second in which all else is ended must count.
        "iat": now,
        "exp": int(now) + life_s,
    }
    return jwt.encode(claims | more, key, ALGORITHM)


def _verify(key: str, token: str, audience: str, *more: str) -> dict[str, Any]:
    try:
        claims = _decode(key, token, audience, ("exp", "iss", "aud", "sub", *more))
    except jwt.ExpiredSignatureError as error:
        raise UnauthenticatedError(_EXPIRED) from error
    except jwt.InvalidTokenError as error:
        raise UnauthenticatedError("This is not a token of this Saydo.") from error
    if claims["exp"] <= time.time():  # it may not have been when it was decoded
        raise UnauthenticatedError(_EXPIRED)
    if claims["exp"] > time.time() + FARTHEST_S:
        raise UnauthenticatedError("This is not a token of this Saydo.")
    return claims


@functools.lru_cache(maxsize=REMEMBERED)
def _decode(key: str, token: str, audience: str, required: tuple[str, ...]) -> dict[str, Any]:
    """Remembers what was proved: a program shows the same token each time. Refusals are not."""
    return jwt.decode(
        token,
        key,
        # Never what the token says of itself.
        algorithms=[ALGORITHM],
        audience=audience,
        issuer=ISSUER,
        # A clock may have been put back since it was made.
        options={"require": list(required), "strict_aud": True, "verify_iat": False},
    )


def _convert(claims: dict[str, Any], kind: type[Claims]) -> Claims:
    try:
        return msgspec.convert(claims, kind)
    except msgspec.ValidationError as error:
        raise UnauthenticatedError("This is not a token of this Saydo.") from error
