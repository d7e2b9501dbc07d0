"""A server that speaks OpenAI's realtime protocol over loopback, and does what it is told."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web

from bench.stand_ins.openai_server import speech
from bench.stand_ins.serving import serving
from bench.stand_ins.ways import Way, refusal

Event = dict[str, Any]
USAGE = {
    "input_tokens": 130,
    "output_tokens": 60,
    "total_tokens": 190,
    "input_token_details": {
        "text_tokens": 100,
        "audio_tokens": 30,
        "cached_tokens": 40,
        "cached_tokens_details": {"text_tokens": 40, "audio_tokens": 0},
    },
    "output_token_details": {"text_tokens": 20, "audio_tokens": 40},
}


class OpenAiRealtime:
    """What it was sent, and what it makes of a turn: a call of a tool, then an answer."""

    def __init__(self, way: Way = "well") -> None:
        self.way = way
        self.url = ""
        self.call: tuple[str, Event] | None = None
        """A tool that it calls for the next turn."""
        self.words_first = True
        """Whether its transcript comes before what it makes of it."""
        self.answer = "All right."
        self.sessions: list[Event] = []
        """What each session was set to."""
        self.outputs: list[str] = []
        """What the tools told it."""
        self.heard_bytes = 0
        self.connected = 0
        self._socket: web.WebSocketResponse | None = None
        self._ids = count()
        self._tail: str | None = None

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """GET /realtime, a WebSocket."""
        self.connected += 1
        if (refused := refusal(self.way)) is not None:
            return refused
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._send({"type": "session.created", "session": {"id": "s"}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._take(json.loads(message.data))
        return socket

    async def hear(self, said: str) -> None:
        """Hear a person say something, and answer it."""
        item = self._id("item")
        at = {"item_id": item, "audio_start_ms": 0, "audio_end_ms": 900}
        await self._send({"type": "input_audio_buffer.speech_started", **at})
        await asyncio.sleep(0.05)
        await self._send({"type": "input_audio_buffer.speech_stopped", **at})
        content = [{"type": "input_audio", "transcript": None}]
        await self._add({"id": item, "type": "message", "role": "user", "content": content})
        words = {
            "type": "conversation.item.input_audio_transcription.completed",
            "item_id": item,
            "content_index": 0,
            "transcript": said,
            "usage": {"type": "duration", "seconds": 1.0},
        }
        if self.words_first:
            await self._send(words)
        await self._respond({})
        if not self.words_first:
            await asyncio.sleep(0.2)
            await self._send(words)

    async def hang_up(self) -> None:
        """Refuse whoever comes from now on, and close the connection."""
        self.way = "key"
        if self._socket is not None:
            await self._socket.close()

    async def _take(self, event: Event) -> None:
        kind = event["type"]
        if kind == "session.update":
            self.sessions.append(event["session"])
            await self._send({"type": "session.updated", "session": event["session"]})
        elif kind == "input_audio_buffer.append":
            self.heard_bytes += len(base64.b64decode(event["audio"]))
        elif kind == "conversation.item.create":
            if event["item"]["type"] == "function_call_output":
                self.outputs.append(event["item"]["output"])
            await self._add(event["item"])
        elif kind == "response.create":
            await self._respond(event.get("response", {}).get("metadata") or {})

    async def _add(self, item: Event) -> None:
        previous, self._tail = self._tail, item["id"]
        added = {"previous_item_id": previous, "item": item}
        await self._send({"type": "conversation.item.added", **added})

    async def _respond(self, metadata: Event) -> None:
        name = self._id("response")
        response = {"id": name, "object": "realtime.response", "metadata": metadata}
        begun = {**response, "status": "in_progress", "output": []}
        await self._send({"type": "response.created", "response": begun})
        call, self.call = self.call, None
        if call is not None:
            await self._call(name, *call)
        else:
            await self._speak(name)
        done = {**response, "status": "completed", "output": [], "usage": USAGE}
        await self._send({"type": "response.done", "response": done})

    async def _call(self, response: str, name: str, arguments: Event) -> None:
        item = {
            "id": self._id("item"),
            "type": "function_call",
            "call_id": self._id("call"),
            "name": name,
            "arguments": json.dumps(arguments),
        }
        place = {"response_id": response, "output_index": 0}
        await self._send({"type": "response.output_item.added", **place, "item": item})
        await self._add(item)
        await self._send({"type": "response.output_item.done", **place, "item": item})

    async def _speak(self, response: str) -> None:
        item = {"id": self._id("item"), "type": "message", "role": "assistant", "content": []}
        place = {"response_id": response, "output_index": 0}
        await self._send({"type": "response.output_item.added", **place, "item": item})
        await self._add(item)
        part = {**place, "item_id": item["id"], "content_index": 0}
        await self._send({"type": "response.content_part.added", **part, "part": {"type": "audio"}})
        await self._send(
            {"type": "response.output_audio_transcript.delta", **part, "delta": self.answer}
        )
        for pcm in speech(self.answer, 3000):
            delta = base64.b64encode(pcm).decode()
            await self._send({"type": "response.output_audio.delta", **part, "delta": delta})
        await self._send({"type": "response.output_audio.done", **part})
        await self._send({"type": "response.output_item.done", **place, "item": item})

    async def _send(self, event: Event) -> None:
        assert self._socket is not None, "nobody is connected"
        await self._socket.send_str(json.dumps({"event_id": self._id("event"), **event}))

    def _id(self, kind: str) -> str:
        return f"{kind}_{next(self._ids)}"


@asynccontextmanager
async def realtime_server(way: Way = "well") -> AsyncIterator[OpenAiRealtime]:
    """One that runs."""
    server = OpenAiRealtime(way)
    async with serving([web.get("/v1/realtime", server.connect)]) as address:
        server.url = f"{address}/v1"
        yield server
