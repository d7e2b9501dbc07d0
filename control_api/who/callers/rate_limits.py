"""How often one account, or one address without a credential, may ask in a minute."""

import hashlib
import ipaddress
import time
from collections import OrderedDict
from http import HTTPStatus
from typing import Any, cast

from litestar import Request
from litestar.middleware.rate_limit import CacheObject, RateLimitConfig, RateLimitMiddleware
from litestar.stores.base import Store
from litestar.stores.memory import MemoryStore
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from control_api.http.addresses import caller_address, is_here, neighbourhood
from control_api.setup.settings import Settings
from control_api.who.callers.principal import Principal
from control_api.who.sessions.browser_sessions import COOKIE

UNLIMITED = "unlimited"
"""Set in a route's `opt` when it has a limit of its own."""
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
WINDOW_S = 60
HERE = 100
"""As many times as often a program on this machine may ask, with the person's credential."""
PROVED_CREDENTIALS = 10_000
SWEEP_EVERY = 10_000
"""Requests after which the counts that are over are let go."""


class RateLimits:
    """Makes the middleware; knows which credentials were proved, so that others don't count."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._trusted = [ipaddress.ip_network(name) for name in settings.trusted_proxies]
        self._buckets: OrderedDict[bytes, str] = OrderedDict()

    def __call__(self, app: ASGIApp) -> ASGIApp:
        """Put the limits before `app`; Litestar calls this for each route."""
        if self._settings.rate_limit is None:
            return app
        writes, reads = self._settings.rate_limit
        limits = {
            (is_read, factor): _Counting(
                app,
                RateLimitConfig(
                    rate_limit=("minute", factor * (reads if is_read else writes)),
                    exclude_opt_key=UNLIMITED,
                    identifier_for_request=_bucket_of,
                ),
            )
            for is_read in (True, False)
            for factor in (1, HERE)
        }

        async def limit(scope: Scope, receive: Receive, send: Send) -> None:
            credential = _credential(scope)
            bucket = None if credential is None else self._buckets.get(credential)
            if bucket == "":
                await app(scope, receive, send)
                return
            factor = HERE if bucket is not None and is_here(scope, self._trusted) else 1
            is_read = scope.get("method") in READ_METHODS
            address = bucket or f"address {neighbourhood(caller_address(scope, self._trusted))}"
            scope["state"]["bucket"] = f"{'reads' if is_read else 'writes'} of {address}"

            async def send_and_learn(message: Message) -> None:
                if message["type"] == "http.response.start" and credential is not None:
                    self._learn(credential, scope, message["status"])
                await send(message)

            await limits[is_read, factor](scope, receive, send_and_learn)

        return limit

    def _learn(self, credential: bytes, scope: Scope, status: int) -> None:
        principal: Principal | None = scope.get("user")
        if status == HTTPStatus.UNAUTHORIZED:
            self._buckets.pop(credential, None)
        elif principal is not None:
            self._buckets[credential] = _bucket(principal)
            self._buckets.move_to_end(credential)
            if len(self._buckets) > PROVED_CREDENTIALS:
                self._buckets.popitem(last=False)


class _Counting(RateLimitMiddleware):
    """Litestar's limit, but it keeps a number: the time of every request is a long list."""

    def __init__(self, app: ASGIApp, config: RateLimitConfig) -> None:
        super().__init__(app, config)
        self._until_sweep = SWEEP_EVERY

    async def retrieve_cached_history(self, key: str, store: Store) -> CacheObject:
        """Read the number, and when it starts anew."""
        now = int(time.time())
        reset, _, count = (await store.get(key) or b"0 0").partition(b" ")
        if int(reset) <= now:
            return _counted(0, now + WINDOW_S)
        return _counted(int(count), int(reset))

    async def set_cached_history(self, key: str, cache_object: CacheObject, store: Store) -> None:
        """Count one more."""
        count = len(cache_object.history) + 1
        cache_object.history = _counted(count, 0).history
        await store.set(key, b"%d %d" % (cache_object.reset, count), expires_in=WINDOW_S)
        self._until_sweep -= 1
        if self._until_sweep == 0:
            self._until_sweep = SWEEP_EVERY
            await cast("MemoryStore", store).delete_expired()


def _counted(count: int, reset: int) -> CacheObject:
    # Only its length is ever looked at.
    return CacheObject(history=cast("list[int]", range(count)), reset=reset)


def _bucket_of(request: Request[Any, Any, Any]) -> str:
    bucket: str = request.scope["state"]["bucket"]
    return bucket


def _bucket(principal: Principal) -> str:
    """Whose requests are counted together. A conversation is not held up by other programs."""
    if principal.scope == "worker":
        return ""
    room = "" if principal.room is None else f" in {principal.room}"
    return f"account {principal.account_id}{room}"


def _credential(scope: Scope) -> bytes | None:
    """A hash of what a request shows, proved or not."""
    for name, value in scope["headers"]:
        if name == b"authorization":
            return hashlib.sha256(value).digest()
    for name, value in scope["headers"]:
        if name == b"cookie" and COOKIE.encode() in value:
            return hashlib.sha256(value).digest()
    return None
