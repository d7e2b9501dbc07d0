"""A server that speaks Deepgram's protocol over loopback, and fails in whatever way is asked."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from bench.stand_ins.openai_server import speech
from bench.stand_ins.serving import serving
from bench.stand_ins.ways import Way, in_halves, never, refusal

BYTES_A_SECOND = 32_000


class Deepgram:
    """What it was sent, and how it answers; `ways` go one by one, the last one for ever."""

    def __init__(self, *ways: Way) -> None:
        self.ways = list(ways or ("well",))
        self.url = ""
        self.heard = ""
        """What it hears whenever it is asked to finish."""
        self.loudness = 2000
        self.listened_s: list[float] = []
        """Seconds of sound of each connection."""
        self.finalized = 0
        self.spoken: list[str] = []

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[None]:
        """Be there, the second time at the same address."""
        routes = [web.get("/v1/listen", self.listen), web.post("/v1/speak", self.speak)]
        port = urlsplit(self.url).port or 0
        async with serving(routes, port) as address:
            self.url = f"{address}/v1"
            yield

    def way(self) -> Way:
        """How the next request is answered."""
        return self.ways.pop(0) if len(self.ways) > 1 else self.ways[0]

    async def listen(self, request: web.Request) -> web.StreamResponse:
        """GET /listen, a WebSocket."""
        way = self.way()
        if (refused := refusal(way)) is not None:
            return refused
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.listened_s.append(0.0)
        place = len(self.listened_s) - 1
        async for message in socket:
            if message.type is WSMsgType.BINARY:
                self.listened_s[place] += len(message.data) / BYTES_A_SECOND
            elif (kind := json.loads(message.data)["type"]) == "CloseStream":
                if way != "silent":
                    break
            elif kind == "Finalize":
                self.finalized += 1
                if not await self._finish(socket, way, self.listened_s[place]):
                    break
        return socket

    async def _finish(self, socket: web.WebSocketResponse, way: Way, until_s: float) -> bool:
        """Answer what was asked to be finished; say whether the connection goes on."""
        half = self.heard[: len(self.heard) // 2]
        if way == "garbage":
            await socket.send_str("<html>Welcome</html>")
        elif way in {"half then silent", "half then cut"}:
            await socket.send_str(json.dumps(_results(half, until_s, is_final=False)))
        elif way == "well":
            await socket.send_str(json.dumps(_results(self.heard, until_s, is_final=True)))
        return way != "half then cut"

    async def speak(self, request: web.Request) -> web.StreamResponse:
        """POST /speak."""
        text = (await request.json())["text"]
        self.spoken.append(text)
        way = self.way()
        if (refused := refusal(way)) is not None:
            return refused
        if way == "silent":
            await never()
        if way == "garbage":
            return web.Response(body=b"<html>Welcome</html>", content_type="text/html")
        return await in_halves(request, way, "audio/l16", speech(text, self.loudness))


def _results(text: str, until_s: float, *, is_final: bool) -> dict[str, Any]:
    end_s = max(0.0, until_s - 0.2)
    words = [
        {"word": word, "punctuated_word": word, "start": 0.0, "end": end_s, "confidence": 0.9}
        for word in text.split()
    ]
    return {
        "type": "Results",
        "metadata": {"request_id": "r"},
        "is_final": is_final,
        "speech_final": is_final,
        "from_finalize": is_final,
        "channel": {"alternatives": [{"transcript": text, "confidence": 0.9, "words": words}]},
    }


@asynccontextmanager
async def deepgram_server(*ways: Way) -> AsyncIterator[Deepgram]:
    """One that runs."""
    server = Deepgram(*ways)
    async with server.serve():
        yield server
