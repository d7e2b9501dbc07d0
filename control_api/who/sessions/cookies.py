"""The cookie that holds a browser's session."""

from collections.abc import Iterable
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie

from control_api.http.addresses import came_by_https
from control_api.who.sessions.browser_sessions import COOKIE

SECURE_COOKIE = f"__Host-{COOKIE}"
"""Over https: browsers take it from this host alone, over https alone, and send it nowhere else."""
LIFE_S = 400 * 24 * 3600
"""As long as browsers allow: when a session ends is decided here, not by the browser."""

Connection = ASGIConnection[Any, Any, Any, Any]


def session_token(connection: Connection, trusted: Iterable[str]) -> str | None:
    """Find the session that a browser shows; over https never one that plain http could plant.

    `trusted` are the networks of the proxies whose word on https is believed.
    """
    return connection.cookies.get(_name(connection, trusted)) or None


def session_cookie(connection: Connection, token: str, trusted: Iterable[str]) -> Cookie:
    """Make the cookie of a session for the browser that asks."""
    return _cookie(_name(connection, trusted), token, LIFE_S)


def no_cookie(connection: Connection, trusted: Iterable[str]) -> Cookie:
    """Take the cookie of the browser that asks away."""
    return _cookie(_name(connection, trusted), "", 0)


def _cookie(name: str, token: str, life_s: int) -> Cookie:
    return Cookie(
        key=name,
        value=token,
        max_age=life_s,
        path="/",
        httponly=True,
        samesite="strict",
        secure=name == SECURE_COOKIE,
    )


def _name(connection: Connection, trusted: Iterable[str]) -> str:
    return SECURE_COOKIE if came_by_https(connection.scope, trusted) else COOKIE
