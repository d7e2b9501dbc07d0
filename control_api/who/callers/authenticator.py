"""Who a request's credential is of: a signed token, an access token, a browser or the worker."""

import contextlib
import hmac
import sqlite3
import time
from collections.abc import Callable

import msgspec
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.setup.settings import Settings
from control_api.who.access_tokens.making import PREFIX
from control_api.who.access_tokens.rights import SAFE_METHODS, strongest
from control_api.who.access_tokens.store import find_token, note_use
from control_api.who.accounts.store import Account, find_account
from control_api.who.callers.lookup_cache import LookupCache
from control_api.who.callers.origin import Connection, refuse_other_origins
from control_api.who.callers.principal import Principal, Scope
from control_api.who.sessions.browser_sessions import LIFE_S, hash_token, session_account
from control_api.who.sessions.cookies import session_token
from control_api.who.sessions.store import extend_session
from control_api.who.signed_tokens.revocation import refuse_ended
from control_api.who.signed_tokens.store import find_signed_token, note_signed_token
from control_api.who.signed_tokens.tokens import read_access
from shared.problems import UnauthenticatedError

USE_NOTED_EVERY_S = 60
"""A token is not written at each request."""


class Authenticator:
    """Proves who is calling; remembers the accounts and signed tokens that it has looked up."""

    def __init__(self, settings: Settings, control: DatabaseFile) -> None:
        """`control` holds the accounts and what signs people in."""
        self._settings = settings
        self._control = control
        self._accounts = LookupCache(control, find_account)
        self._signed_tokens = LookupCache(control, find_signed_token)

    async def identify(self, connection: Connection) -> Principal:
        """Find out who is calling.

        Raises `UnauthenticatedError`, or `ForbiddenError` for what another web site makes a
        browser send, unless it only reads.
        """
        header = connection.headers.get("authorization")
        if header is not None:
            kind, _, token = header.partition(" ")
            if kind.lower() != "bearer":
                raise UnauthenticatedError("Send the token as: Authorization: Bearer TOKEN.")
            return await self._of_bearer(token.strip())
        session = session_token(connection, self._settings.trusted_proxies)
        if session is None:
            raise UnauthenticatedError(
                "Sign in first, or send a token (make one with: python -m control_api token)."
            )
        if connection.scope.get("method") not in SAFE_METHODS:
            refuse_other_origins(connection)
        return await self._of_browser(session)

    async def _of_bearer(self, token: str) -> Principal:
        worker_key = self._settings.secrets.worker_key
        if hmac.compare_digest(token.encode(), worker_key.encode()):
            return Principal(account_id="", scope="worker")
        if token.startswith(PREFIX):
            return await self._of_access_token(token)
        return await self._of_signed_token(token)

    async def _of_signed_token(self, token: str) -> Principal:
        claims = read_access(self._settings.secrets.signing_key, token)
        account = await self._accounts.find(claims.sub)
        if account is None:
            raise UnauthenticatedError("This account does not exist any more.")
        stored = await self._signed_tokens.find(claims.jti) if claims.jti else None
        refuse_ended(claims, account, stored)
        principal = self._principal(account, claims.scope, claims.exp, claims.room)
        if claims.scope == "session":
            return principal
        now = int(time.time())
        if claims.is_listed and (stored is None or stored.last_used_at <= now - USE_NOTED_EVERY_S):
            await self._note(lambda db: note_signed_token(db, claims, now))
        return msgspec.structs.replace(principal, signed_token=claims)

    async def _of_access_token(self, value: str) -> Principal:
        now = int(time.time())
        token = await self._control.read(lambda db: find_token(db, hash_token(value)))
        if token is None or token.is_over(now):
            raise UnauthenticatedError("This access token has expired or was revoked; use another.")
        account = await self._control.read(lambda db: find_account(db, token.account_id))
        if account is None:
            raise UnauthenticatedError("This account does not exist any more.")
        if token.last_used_at is None or token.last_used_at <= now - USE_NOTED_EVERY_S:
            await self._note(lambda db: note_use(db, token.id, now))
        principal = self._principal(account, "owner", token.expires_at, None)
        return msgspec.structs.replace(principal, right=strongest(token.scopes), token_id=token.id)

    async def _of_browser(self, token: str) -> Principal:
        now = int(time.time())
        found = await self._control.read(lambda db: session_account(db, token, now))
        if found is None:
            raise UnauthenticatedError("This sign-in has ended; sign in again.")
        account, old = found
        if old:
            key = hash_token(token)
            await self._note(lambda db: extend_session(db, key, now, now + LIFE_S))
        return self._principal(account, "owner", now + LIFE_S, None)

    async def _note(self, work: Callable[[Database], None]) -> None:
        """Write that a credential was used. A disk that takes nothing must not keep people out."""
        with contextlib.suppress(sqlite3.Error):
            await self._control.write(work)

    def _principal(
        self, account: Account, scope: Scope, expires_at: int | None, room: str | None
    ) -> Principal:
        return Principal(
            account_id=account.id,
            scope=scope,
            room=room,
            expires_at=expires_at,
            name=account.name,
            time_zone=account.time_zone or self._settings.time_zone,
            language=account.language or self._settings.language,
        )
