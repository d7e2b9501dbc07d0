"""A server that speaks OpenAI's protocol over loopback, and fails in whatever way is asked."""

import io
import json
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from aiohttp import web

from bench.stand_ins.serving import serving
from bench.stand_ins.ways import Way, in_halves, never, refusal

RATE = 24_000
LETTERS_A_SECOND = 20
_HALF_WAVE = 40


class OpenAi:
    """What it was asked, and how it answers; `ways` go one by one, the last one for ever."""

    def __init__(self, *ways: Way) -> None:
        self.ways = list(ways or ("well",))
        self.url = ""
        self.answer = ""
        """What it thinks, sentence by sentence; those that were said already are left out."""
        self.heard = ""
        """What it hears in any recording."""
        self.call: tuple[str, dict[str, Any]] | None = None
        """A tool that it calls before it answers."""
        self.usage: tuple[int, int, int] | None = None
        """Tokens that it says it has read, known of them, and written; None: it does not say."""
        self.loudness = 1000
        """Of every sample that it speaks, to know its voice by."""
        self.is_heard = False
        """Whether what it speaks is a tone, which goes through a room; a level does not."""
        self.chats: list[dict[str, Any]] = []
        self.recordings_s: list[float] = []
        self.spoken: list[str] = []
        self.keys: list[str] = []

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[None]:
        """Be there, the second time at the same address."""
        routes = [
            web.post("/v1/chat/completions", self.chat),
            web.post("/v1/audio/transcriptions", self.transcribe),
            web.post("/v1/audio/speech", self.speak),
        ]
        port = urlsplit(self.url).port or 0
        async with serving(routes, port) as address:
            self.url = f"{address}/v1"
            yield

    def way(self, request: web.Request) -> Way:
        """How the next request is answered."""
        self.keys.append(request.headers.get("Authorization", ""))
        return self.ways.pop(0) if len(self.ways) > 1 else self.ways[0]

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """POST /chat/completions, streamed as server-sent events."""
        asked = await request.json()
        self.chats.append(asked)
        way = self.way(request)
        if (refused := refusal(way)) is not None:
            return refused
        if way == "silent":
            await never()
        if way == "garbage":
            return web.Response(body=b"data: {what is this\n\n", content_type="text/event-stream")
        return await in_halves(request, way, "text/event-stream", self._events(asked))

    def _events(self, asked: dict[str, Any]) -> list[bytes]:
        said = " ".join(
            str(m.get("content")) for m in asked["messages"] if m["role"] == "assistant"
        )
        left = [s for s in self.answer.split("|") if s.strip() not in said]
        deltas: list[dict[str, Any]] = [{"content": w} for w in "".join(left).split("~") if w]
        if self.call is not None:
            function = {"name": self.call[0], "arguments": json.dumps(self.call[1])}
            call = {"index": 0, "id": "c1", "type": "function", "function": function}
            deltas.insert(0, {"tool_calls": [call]})
        events = [_event({"role": "assistant", **delta}, None) for delta in deltas]
        reason = "tool_calls" if self.call is not None else "stop"
        return [*events, _event({}, reason), *self._usage(), b"data: [DONE]\n\n"]

    def _usage(self) -> list[bytes]:
        if self.usage is None:
            return []
        read, known, written = self.usage
        usage = {
            "prompt_tokens": read,
            "prompt_tokens_details": {"cached_tokens": known},
            "completion_tokens": written,
            "total_tokens": read + written,
        }
        return [_chunk(choices=[], usage=usage)]

    async def transcribe(self, request: web.Request) -> web.StreamResponse:
        """POST /audio/transcriptions."""
        form = await request.post()
        file = form["file"]
        assert isinstance(file, web.FileField)
        with file.file, wave.open(io.BytesIO(file.file.read())) as recording:
            self.recordings_s.append(recording.getnframes() / recording.getframerate())
        way = self.way(request)
        if (refused := refusal(way)) is not None:
            return refused
        if way == "silent":
            await never()
        if way == "garbage":
            return web.Response(text="<html>Welcome</html>", content_type="text/html")
        body = json.dumps({"text": self.heard}).encode()
        return await in_halves(request, way, "application/json", [body[:5], body[5:]])

    async def speak(self, request: web.Request) -> web.StreamResponse:
        """POST /audio/speech."""
        text = (await request.json())["input"]
        self.spoken.append(text)
        way = self.way(request)
        if (refused := refusal(way)) is not None:
            return refused
        if way == "silent":
            await never()
        if way == "garbage":
            return web.Response(body=b"<html>Welcome</html>", content_type="audio/pcm")
        return await in_halves(
            request, way, "audio/pcm", speech(text, self.loudness, is_heard=self.is_heard)
        )


def speech(text: str, loudness: int, *, is_heard: bool = False) -> list[bytes]:
    """Something as long as speech, in pieces: a tone, or a level that is the same all along."""
    samples = int(len(text) / LETTERS_A_SECOND * RATE)
    level = np.full(samples, loudness, "<i2")
    if is_heard:
        level[np.arange(samples) // _HALF_WAVE % 2 == 1] *= -1
    pcm = level.tobytes()
    return [pcm[at : at + 4800] for at in range(0, len(pcm), 4800)]


def _event(delta: dict[str, Any], reason: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return _chunk(choices=[choice])


def _chunk(**more: Any) -> bytes:
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m"}
    return b"data: " + json.dumps({**chunk, **more}).encode() + b"\n\n"


@asynccontextmanager
async def openai_server(*ways: Way) -> AsyncIterator[OpenAi]:
    """One that runs."""
    server = OpenAi(*ways)
    async with server.serve():
        yield server
