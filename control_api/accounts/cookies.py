"""The cookie that holds a browser's session."""

from litestar.datastructures import Cookie

from control_api.accounts.sessions import COOKIE

COOKIE_LIFE_S = 400 * 24 * 3600
"""As long as browsers allow: when a session ends is decided here, not by the browser."""


def session_cookie(token: str, life_s: int, *, secure: bool) -> Cookie:
    """Make the cookie; a life of 0 seconds takes it away."""
    return Cookie(
        key=COOKIE,
        value=token,
        max_age=life_s,
        path="/",
        httponly=True,
        samesite="strict",
        secure=secure,
    )
