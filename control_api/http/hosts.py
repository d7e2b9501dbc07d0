"""Which Host names requests may be addressed to: a stranger's name that leads here is refused."""

from litestar.datastructures import Headers
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from shared.problems import MalformedError


class AllowedHosts(ASGIMiddleware):
    """Refuses DNS rebinding. Any port will do: a stranger can choose the name alone."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, or raise `MalformedError`."""
        host = Headers.from_scope(scope).get("host", "").lower()
        if without_port(host) not in self._names:
            raise MalformedError(
                "This server does not go by that name. "
                "If it should, add the name to SAYDO_ALLOWED_HOSTS."
            )
        await next_app(scope, receive, send)


def without_port(host: str) -> str:
    """Return the name in a `Host` header."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host
