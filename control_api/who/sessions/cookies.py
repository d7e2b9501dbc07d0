"""The cookie that holds a browser's session."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie

from control_api.http.addresses import came_by_https
from control_api.services import services_of
from control_api.who.sessions.browser_sessions import COOKIE

SECURE_COOKIE = f"__Host-{COOKIE}"
"""Over https: browsers take it from this host alone, over https alone, and send it nowhere else."""
LIFE_S = 400 * 24 * 3600
"""As long as browsers allow: when a session ends is decided here, not by the browser."""

Connection = ASGIConnection[Any, Any, Any, Any]


def session_token(connection: Connection) -> str | None:
    """Find the session that a browser shows; over https never one that plain http could plant."""
    return connection.cookies.get(_name(connection)) or None


def session_cookie(connection: Connection, token: str) -> Cookie:
    """Make the cookie of a session for the browser that asks."""
    return _cookie(connection, token, LIFE_S)


def no_cookie(connection: Connection) -> Cookie:
    """Take the cookie of the browser that asks away."""
    return _cookie(connection, "", 0)


def _cookie(connection: Connection, token: str, life_s: int) -> Cookie:
    name = _name(connection)
    return Cookie(
        key=name,
        value=token,
        max_age=life_s,
        path="/",
        httponly=True,
        samesite="strict",
        secure=name == SECURE_COOKIE,
    )


def _name(connection: Connection) -> str:
    trusted = services_of(connection).settings.trusted_proxies
    return SECURE_COOKIE if came_by_https(connection.scope, trusted) else COOKIE
