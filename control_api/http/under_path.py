"""Saydo at a path of a name that it shares with others, as behind a proxy at https://nas.home/saydo."""

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from control_api.http.hosts import without_port
from control_api.setup.public_address import PublicAddress


class UnderPath:
    """Serves an application at the path of its public address, and at the root all the same.

    Whoever comes by the public name is below the path, whether the proxy takes it off or not.
    """

    def __init__(self, app: ASGIApp, public: PublicAddress) -> None:
        self._app = app
        self._public = public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell the application by `root_path` where it stands, and its callers where it leads."""
        root = self._public.path
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        if path == root:
            await _send_on(f"{root}/", send)
            return
        if path.startswith(f"{root}/"):
            added = ""
        elif without_port(Headers.from_scope(scope).get("host", "").lower()) == self._public.host:
            added = root
        else:
            await self._app(scope, receive, send)
            return

        async def send_below(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders(message)
                if (leads_to := headers.get("location", "")).startswith("/"):
                    headers["location"] = root + leads_to
            await send(message)

        scope["root_path"], scope["path"] = root, added + path
        scope["raw_path"] = added.encode() + scope["raw_path"]
        await self._app(scope, receive, send_below)


async def _send_on(address: str, send: Send) -> None:
    headers = [(b"location", address.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 308, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
