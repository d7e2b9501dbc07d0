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

OWNER_LIFE_S = 365 * 24 * 3600
SESSION_LIFE_S = 3600
CODE_LIFE_S = 3600
REMEMBERED = 1024
"""Tokens that were proved."""
FARTHEST_S = OWNER_LIFE_S + 30 * 24 * 3600
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
    scope: TokenScope
    room: str | None = None
    """The room of a voice session."""


class CodeClaims(msgspec.Struct, frozen=True):
    """What the code of a sign-in link or an invitation says."""

    sub: str
    exp: int
    """Unix seconds."""
    jti: str
    """By this it is known when it comes a second time."""


def make_owner_token(key: str, account_id: str) -> str:
    """Sign a bearer token with which its owner may do everything that is theirs."""
    return _sign(key, API, account_id, OWNER_LIFE_S, scope="owner")


def make_session_token(key: str, account_id: str, room: str) -> str:
    """Sign a bearer token for the agent of one room, to act for that one person."""
    return _sign(key, API, account_id, SESSION_LIFE_S, scope="session", room=room)


def make_sign_in_code(key: str, account_id: str) -> str:
    """Sign a code that signs a browser in, once."""
    return _sign(key, SIGN_IN, account_id, CODE_LIFE_S, jti=uuid.uuid4().hex)


def make_invitation(key: str, account_id: str, life_s: int) -> tuple[str, CodeClaims]:
    """Sign a code with which somebody may become an account, once; who invites is in it."""
    code = _sign(key, INVITATION, account_id, life_s, jti=str(uuid.uuid4()))
    return code, read_invitation(key, code)


def read_access(key: str, token: str) -> AccessClaims:
    """Verify a token of the API. Raises `UnauthenticatedError` for any other."""
    claims = _verify(key, token, API)
    return _convert(claims, AccessClaims)


def read_sign_in_code(key: str, code: str) -> CodeClaims:
    """Verify the code of a sign-in link. Raises `UnauthenticatedError` for any other."""
    claims = _verify(key, code, SIGN_IN, "jti")
    return _convert(claims, CodeClaims)


def read_invitation(key: str, code: str) -> CodeClaims:
    """Verify the code of an invitation. Raises `UnauthenticatedError` for any other."""
    claims = _verify(key, code, INVITATION, "jti")
    return _convert(claims, CodeClaims)


def _sign(key: str, audience: str, account_id: str, life_s: int, **more: str) -> str:
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": audience, "sub": account_id, "iat": now, "exp": now + life_s}
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
        # When it was made decides nothing, and a clock may have been put back since.
        options={"require": list(required), "strict_aud": True, "verify_iat": False},
    )


def _convert(claims: dict[str, Any], kind: type[Claims]) -> Claims:
    try:
        return msgspec.convert(claims, kind)
    except msgspec.ValidationError as error:
        raise UnauthenticatedError("This is not a token of this Saydo.") from error
