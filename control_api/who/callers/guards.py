"""Who is calling, and whether this route is for them."""

import contextlib
import hmac
import sqlite3
import time
from collections.abc import Callable
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard
from sqlite_utils import Database

from control_api.services import Services, services_of
from control_api.who.access_tokens.making import PREFIX
from control_api.who.access_tokens.rights import SAFE_METHODS, covers, needed_for, strongest
from control_api.who.access_tokens.store import find_token, note_use
from control_api.who.accounts.store import Account, find_account
from control_api.who.callers.principal import Principal, Scope
from control_api.who.sessions.browser_sessions import LIFE_S, hash_token, session_account
from control_api.who.sessions.cookies import session_token
from control_api.who.sessions.store import extend_session
from control_api.who.signed_tokens.revocation import refuse_ended
from control_api.who.signed_tokens.store import note_machine_token
from control_api.who.signed_tokens.tokens import read_access
from shared.access_tokens import TokenScope
from shared.problems import ForbiddenError, ProofNeededError, UnauthenticatedError

Connection = ASGIConnection[Any, Any, Any, Any]

USE_NOTED_EVERY_S = 60
"""A token is not written at each request."""


def allow(*scopes: Scope, needs: TokenScope | None = None) -> Guard:
    """Make a guard that lets callers with one of these scopes in, and nobody else.

    `needs` is what an access token must allow, besides what the method asks for: unless it is said,
    `admin` where no voice session may go either. It raises `UnauthenticatedError` or
    `ForbiddenError`; after it, the request's user is the `Principal`.
    """
    least = needs or ("read" if "session" in scopes else "admin")

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        principal = await _identify(connection, services_of(connection))
        if principal.scope not in scopes:
            raise ForbiddenError("This credential is for something else.")
        needed = needed_for(str(connection.scope.get("method")), least)
        if not covers(principal.right, needed):
            raise ForbiddenError(f"This takes an access token with the scope '{needed}'.")
        connection.scope["user"] = principal

    return guard


def in_person(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse access tokens, whatever they allow; after `allow`. Raises `ProofNeededError`."""
    refuse_access_token(connection.user)


def refuse_access_token(principal: Principal) -> None:
    """Raise `ProofNeededError` for an access token: a program can't be asked for a password."""
    if principal.token_id is not None:
        raise ProofNeededError(
            "An access token can't do that. Sign in, or use a token of: python -m control_api token"
        )


def owner_of_saydo(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse everybody but the owner of the data folder; after `allow`. Raises `ForbiddenError`."""
    if connection.user.account_id != services_of(connection).settings.secrets.owner_id:
        raise ForbiddenError("Only the owner of this Saydo may do that.")


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
    session = session_token(connection)
    if session is None:
        raise UnauthenticatedError(
            "Sign in first, or send a token (make one with: python -m control_api token)."
        )
    if connection.scope.get("method") not in SAFE_METHODS:
        same_origin(connection, connection.route_handler)
    return await _identify_browser(session, services)


async def _identify_bearer(token: str, services: Services) -> Principal:
    worker_key = services.settings.secrets.worker_key
    if hmac.compare_digest(token.encode(), worker_key.encode()):
        return Principal(account_id="", scope="worker")
    if token.startswith(PREFIX):
        return await _identify_access_token(token, services)
    return await _identify_signed(token, services)


async def _identify_signed(token: str, services: Services) -> Principal:
    claims = read_access(services.settings.secrets.signing_key, token)
    account = await services.accounts.find(claims.sub)
    if account is None:
        raise UnauthenticatedError("This account does not exist any more.")
    stored = await services.machine_tokens.find(claims.jti) if claims.jti else None
    refuse_ended(claims, account, stored)
    principal = _principal(services, account, claims.scope, claims.exp, claims.room)
    if claims.scope == "session":
        return principal
    now = int(time.time())
    if claims.is_listed and (stored is None or stored.last_used_at <= now - USE_NOTED_EVERY_S):
        await _note(services, lambda db: note_machine_token(db, claims, now))
    return msgspec.structs.replace(principal, machine_token=claims)


async def _identify_access_token(value: str, services: Services) -> Principal:
    now = int(time.time())
    token = await services.control.read(lambda db: find_token(db, hash_token(value)))
    if token is None or token.is_over(now):
        raise UnauthenticatedError("This access token has expired or was revoked; use another.")
    account = await services.control.read(lambda db: find_account(db, token.account_id))
    if account is None:
        raise UnauthenticatedError("This account does not exist any more.")
    if token.last_used_at is None or token.last_used_at <= now - USE_NOTED_EVERY_S:
        await _note(services, lambda db: note_use(db, token.id, now))
    principal = _principal(services, account, "owner", token.expires_at, None)
    return msgspec.structs.replace(principal, right=strongest(token.scopes), token_id=token.id)


async def _identify_browser(token: str, services: Services) -> Principal:
    now = int(time.time())

    found = await services.control.read(lambda db: session_account(db, token, now))
    if found is None:
        raise UnauthenticatedError("This sign-in has ended; sign in again.")
    account, old = found
    if old:
        key = hash_token(token)
        await _note(services, lambda db: extend_session(db, key, now, now + LIFE_S))
    return _principal(services, account, "owner", now + LIFE_S, None)


async def _note(services: Services, work: Callable[[Database], None]) -> None:
    """Write that a credential was used. A disk that takes nothing must not keep people out."""
    with contextlib.suppress(sqlite3.Error):
        await services.control.write(work)


def _principal(
    services: Services, account: Account, scope: Scope, expires_at: int | None, room: str | None
) -> Principal:
    return Principal(
        account_id=account.id,
        scope=scope,
        room=room,
        expires_at=expires_at,
        name=account.name,
        time_zone=account.time_zone or services.settings.time_zone,
    )
