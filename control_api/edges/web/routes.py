"""The built web page, under headers that let it do what it needs and nothing else."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from litestar import HttpMethod, MediaType, Request, Response, Router, get, route
from litestar.datastructures import MutableScopeHeaders
from litestar.exceptions import NotFoundException
from litestar.middleware import ASGIMiddleware
from litestar.params import FromPath, HeaderParameter
from litestar.response import File
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from control_api.edges.web.compressed import sent

BUILT = Path(__file__).parent / "dist"
BESIDE = (
    "favicon.svg",
    "manifest.webmanifest",
    "manifest.de.webmanifest",
    "manifest.fr.webmanifest",
    "manifest.es.webmanifest",
    "service-worker.js",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable.png",
)
"""Files beside the page whose names the browser knows from elsewhere."""
FOR_GOOD = f"public, max-age={365 * 24 * 3600}, immutable"
CHECKED = "no-cache"
_NAME = re.compile(r"\w[\w.-]*")
AcceptEncoding = Annotated[str, HeaderParameter(name="Accept-Encoding")]
PLACES = (
    *("today", "upcoming", "inbox", "all", "project", "filter", "completed"),
    *("activity", "trash", "search", "settings", "browse", "talk"),
)
"""The first part of each address that the page has; what follows it is the page's business."""
LIVEKIT_CLOUD = ".livekit.cloud"

NOT_BUILT = """<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Saydo</title></head>
  <body>
    <h1>The page is not built yet</h1>
    <p>In the folder of Saydo type <code>make page</code>, then load this page again.</p>
  </body>
</html>
"""


def page_router(livekit_urls: Sequence[str], folder: Path = BUILT) -> Router:
    """Serve the page in `folder`, which may talk to this server and to the LiveKit server named."""

    @get(
        ["/", *(f"/{place}{rest}" for place in PLACES for rest in ("", "/{rest:path}"))],
        include_in_schema=False,
        sync_to_thread=False,
    )
    def index(
        request: Request[Any, Any, Any], accept_encoding: AcceptEncoding = ""
    ) -> File | Response[str]:
        """Answer the page, or how to build it. Never cached: it names the assets of one build."""
        built = folder / "index.html"
        if built.is_file():
            root = request.scope.get("root_path", "")
            return _below(built, root) if root else sent(built, accept_encoding, CHECKED)
        headers = {"Cache-Control": CHECKED}
        return Response(NOT_BUILT, media_type=MediaType.HTML, status_code=503, headers=headers)

    @get([f"/{name}" for name in BESIDE], include_in_schema=False, sync_to_thread=False)
    def beside(request: Request[Any, Any, Any], accept_encoding: AcceptEncoding = "") -> File:
        """Answer what stands beside the page under a name that stays."""
        return _found(folder / Path(request.url.path).name, accept_encoding, CHECKED)

    @route(
        "/assets/{name:str}",
        http_method=[HttpMethod.GET, HttpMethod.HEAD],
        include_in_schema=False,
        sync_to_thread=False,
    )
    def asset(name: FromPath[str], accept_encoding: AcceptEncoding = "") -> File:
        """Answer a part of the page whose name holds a hash of its content."""
        return _found(folder / "assets" / name, accept_encoding, FOR_GOOD)

    return Router(
        "/",
        route_handlers=[index, beside, asset],
        middleware=[SecurityHeaders(livekit_urls)],
    )


def _below(built: Path, root: str) -> Response[str]:
    """The page at the path `root`: all that it names is there."""
    page = built.read_text(encoding="utf-8").replace('="/', f'="{root}/')
    return Response(page, media_type=MediaType.HTML, headers={"Cache-Control": CHECKED})


def _found(file: Path, accept_encoding: str, cache_control: str) -> File:
    if not _NAME.fullmatch(file.name) or not file.is_file():
        raise NotFoundException
    return sent(file, accept_encoding, cache_control)


class SecurityHeaders(ASGIMiddleware):
    """Puts the headers on each answer; Litestar's own way leaves static files out."""

    def __init__(self, livekit_urls: Sequence[str]) -> None:
        self._headers = security_headers(livekit_urls)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, and add the headers to what comes back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableScopeHeaders(message).update(self._headers)
            await send(message)

        await next_app(scope, receive, send_with_headers)


def security_headers(livekit_urls: Sequence[str]) -> dict[str, str]:
    """Return the headers of every answer that is part of the page."""
    origins = [origin for url in livekit_urls for origin in livekit_origins(url)]
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "manifest-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self'",
        "connect-src": " ".join(["'self'", *origins]),
        "base-uri": "'none'",
        "font-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), display-capture=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def livekit_origins(url: str) -> list[str]:
    """Return the origins a client of that server talks to: WebSocket, and HTTP for its checks."""
    parts = urlsplit(url)
    secure = "s" if parts.scheme in {"wss", "https"} else ""
    # LiveKit Cloud sends its clients on to the host of the nearest region.
    cloud = (parts.hostname or "").endswith(LIVEKIT_CLOUD)
    host = f"*{LIVEKIT_CLOUD}" if cloud else parts.netloc.rpartition("@")[2]
    return [f"ws{secure}://{host}", f"http{secure}://{host}"]
