"""The built web page, under headers that let it do what it needs and nothing else."""

from pathlib import Path
from urllib.parse import urlsplit

from litestar import MediaType, Response, Router, get
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders
from litestar.middleware import ASGIMiddleware
from litestar.response import File
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp, Message, Receive, Scope, Send

BUILT = Path(__file__).parent / "dist"
YEAR_S = 365 * 24 * 3600
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


def page_router(livekit_public_url: str, folder: Path = BUILT) -> Router:
    """Serve the page in `folder`, which may talk to this server and to the LiveKit server named."""

    @get("/", include_in_schema=False, sync_to_thread=False)
    def index() -> Response[str]:
        """Answer the page, or how to build it. Never cached: it names the assets of one build."""
        built = folder / "index.html"
        ready = built.is_file()
        return Response(
            built.read_text(encoding="utf-8") if ready else NOT_BUILT,
            media_type=MediaType.HTML,
            status_code=200 if ready else 503,
            headers={"Cache-Control": "no-cache"},
        )

    @get("/favicon.svg", include_in_schema=False, sync_to_thread=False)
    def favicon() -> File:
        """Answer the icon."""
        return File(
            folder / "favicon.svg",
            media_type="image/svg+xml",
            content_disposition_type="inline",
            headers={"Cache-Control": "no-cache"},
        )

    assets = create_static_files_router(
        "/assets",
        [folder / "assets"],
        name="assets",
        # Their names hold a hash of their content.
        cache_control=CacheControlHeader(public=True, max_age=YEAR_S, immutable=True),
    )
    return Router(
        "/",
        route_handlers=[index, favicon, assets],
        middleware=[SecurityHeaders(livekit_public_url)],
    )


class SecurityHeaders(ASGIMiddleware):
    """Puts the headers on each answer; Litestar's own way leaves static files out."""

    def __init__(self, livekit_public_url: str) -> None:
        self._headers = security_headers(livekit_public_url)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, and add the headers to what comes back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableScopeHeaders(message).update(self._headers)
            await send(message)

        await next_app(scope, receive, send_with_headers)


def security_headers(livekit_public_url: str) -> dict[str, str]:
    """Return the headers of every answer that is part of the page."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self'",
        "connect-src": " ".join(["'self'", *livekit_origins(livekit_public_url)]),
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
