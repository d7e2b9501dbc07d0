"""Whether the worker can take a conversation, for whoever watches it."""

from collections.abc import Callable, Sequence

import msgspec
from aiohttp import web

from agent_worker import metrics
from agent_worker.model_host.protocol import HostHealth

_HOST = "127.0.0.1"


class HealthServer:
    """Answers ``GET /`` with 200, or with 503 and a sentence that says what is missing.

    ``GET /providers`` tells how each provider is in each role, in JSON.
    """

    def __init__(
        self,
        host: Callable[[], HostHealth | None],
        is_registered: Callable[[], bool],
        providers: Callable[[], Sequence[msgspec.Struct]],
    ) -> None:
        """`host` tells how the model host is; None while it is away."""
        self._host = host
        self._is_registered = is_registered
        self._providers = providers
        self._runner: web.AppRunner | None = None

    def trouble(self) -> str | None:
        """Say in a sentence why no conversation can be taken; None when one can."""
        host = self._host()
        if host is None:
            return "The model host is being started."
        if host.failures:
            return " ".join(host.failures)
        if not host.ready:
            return "The models are being loaded."
        if not self._is_registered():
            return "The worker is not registered with the LiveKit server."
        return None

    async def serve(self, port: int) -> None:
        """Answer on `port` of this machine. Raises OSError when it is taken."""
        app = web.Application()
        app.router.add_get("/", self._answer)
        app.router.add_get("/metrics", metrics.answer)
        app.router.add_get("/providers", self._answer_providers)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, _HOST, port).start()

    async def aclose(self) -> None:
        """Stop answering."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        del request
        trouble = self.trouble()
        return web.Response(status=503 if trouble else 200, text=trouble or "Ready.")

    async def _answer_providers(self, request: web.Request) -> web.Response:
        del request
        states = msgspec.json.encode(self._providers())
        return web.Response(body=states, content_type="application/json")
