"""Who is calling, and whether this route is for them."""

import hmac
import time
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from control_api.accounts.sessions import COOKIE, LIFE_S, hash_token, session_account
from control_api.accounts.store import Account, extend_session, find_account
from control_api.accounts.tokens import read_access
from control_api.services import Services, services_of
from shared.problems import ForbiddenError, UnauthenticatedError

Connection = ASGIConnection[Any, Any, Any, Any]
Scope = Literal["owner", "session", "worker"]

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """Who is calling, proved."""

    account_id: str
    """Empty for the worker, who acts for nobody until it has exchanged a room for a token."""
    scope: Scope
    room: str | None = None
    expires_at: int | None = None
    """Of the credential, Unix seconds; None when it does not expire by itself."""
    name: str = ""
    time_zone: str = "UTC"
    """IANA name: the person's own, or that of the settings."""

    @property
    def actor(self) -> str:
        """The credential, in a word or two, for the log."""
        return self.scope if self.room is None else f"{self.scope} {self.room}"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the person's times are in."""
        return ZoneInfo(self.time_zone)


def allow(*scopes: Scope) -> Guard:
    """Make a guard that lets callers with one of these scopes in, and nobody else.

    It raises `UnauthenticatedError` or `ForbiddenError`; after it, the request's user is the
    `Principal`.
    """

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        principal = await _identify(connection, services_of(connection))
        if principal.scope not in scopes:
            raise ForbiddenError("This credential is for something else.")
        connection.scope["user"] = principal

    return guard


def same_origin(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse what another web site makes a browser send. Raises `ForbiddenError`.

    Programs send neither of the two headers; browsers can't leave them out.
    """
    site = connection.headers.get("sec-fetch-site")
    origin = connection.headers.get("origin")
    if site is not None:
        allowed = site == "same-origin"
    else:
        host = connection.headers.get("host")
        allowed = origin in {None, f"http://{host}", f"https://{host}"}
    if not allowed:
        raise ForbiddenError("This request comes from another web site.")


async def _identify(connection: Connection, services: Services) -> Principal:
    header = connection.headers.get("authorization")
    if header is not None:
        kind, _, token = header.partition(" ")
        if kind.lower() != "bearer":
            raise UnauthenticatedError("Send the token as: Authorization: Bearer TOKEN.")
        return await _identify_bearer(token.strip(), services)
    token = connection.cookies.get(COOKIE, "")
    if not token:
        raise UnauthenticatedError(
            "Sign in first, or send a token (make one with: python -m control_api token)."
        )
    if connection.scope.get("method") not in SAFE_METHODS:
        same_origin(connection, connection.route_handler)
    return await _identify_browser(token, services)


async def _identify_bearer(token: str, services: Services) -> Principal:
    worker_key = services.settings.secrets.worker_key
    if hmac.compare_digest(token.encode(), worker_key.encode()):
        return Principal(account_id="", scope="worker")
    claims = read_access(services.settings.secrets.signing_key, token)
    account = await services.control.read(lambda db: find_account(db, claims.sub))
    if account is None:
        raise UnauthenticatedError("This account does not exist any more.")
    return _principal(services, account, claims.scope, claims.exp, claims.room)


async def _identify_browser(token: str, services: Services) -> Principal:
    now = int(time.time())

    found = await services.control.read(lambda db: session_account(db, token, now))
    if found is None:
        raise UnauthenticatedError("This sign-in has ended; sign in again.")
    account, old = found
    if old:
        await services.control.write(lambda db: extend_session(db, hash_token(token), now + LIFE_S))
    return _principal(services, account, "owner", now + LIFE_S, None)


def _principal(
    services: Services, account: Account, scope: Scope, expires_at: int, room: str | None
) -> Principal:
    return Principal(
        account_id=account.id,
        scope=scope,
        room=room,
        expires_at=expires_at,
        name=account.name,
        time_zone=account.time_zone or services.settings.time_zone,
    )
