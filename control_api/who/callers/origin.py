"""Whether a page of this server asks, or another web site through somebody's browser."""

from typing import Any

from litestar.connection import ASGIConnection

from shared.problems import ForbiddenError

Connection = ASGIConnection[Any, Any, Any, Any]


def refuse_other_origins(connection: Connection) -> None:
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
