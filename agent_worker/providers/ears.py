"""One recogniser at work: what the chain needs of it, whether it streams or takes recordings."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any, Protocol

from livekit import rtc
from livekit.agents import stt
from livekit.agents.types import APIConnectOptions

from agent_worker.hearing.recogniser import RecogniserStream
from agent_worker.providers.ring import Ring

_LONGEST_RECORDING_S = 120.0


class Ear(Protocol):
    """Hears utterances. A final transcript, which may be empty, answers what `end` asked for."""

    def begin(self) -> None:
        """Note that somebody begins to speak."""

    def hear(self, frame: rtc.AudioFrame) -> None:
        """Take in the next frame."""

    def end(self) -> None:
        """Note that they pause: what was said is wanted now."""

    def events(self) -> AsyncIterator[stt.SpeechEvent]:
        """Give what is heard, until closed. Raises whatever the client raises."""

    async def aclose(self) -> None:
        """Stop listening."""


def open_ear(client: stt.STT[Any], within_s: float, sent: Callable[[float], None]) -> Ear:
    """Begin to listen with a recogniser; it may take `within_s` to be reached.

    `sent` is told of the seconds of sound that it is given.
    """
    options = APIConnectOptions(max_retry=0, timeout=within_s)
    if client.capabilities.streaming:
        return _StreamingEar(client.stream(conn_options=options), sent)
    return _RecordingEar(client, options, sent)


class _StreamingEar:
    def __init__(self, stream: stt.RecognizeStream, sent: Callable[[float], None]) -> None:
        self._stream = stream
        self._sent = sent

    def begin(self) -> None:
        # Others find the voice by themselves.
        if isinstance(self._stream, RecogniserStream):
            self._stream.on_speaking(True)

    def hear(self, frame: rtc.AudioFrame) -> None:
        # A stream that has failed takes nothing more, a moment before its reader learns of it.
        with contextlib.suppress(RuntimeError):
            self._stream.push_frame(frame)
            self._sent(frame.duration)

    def end(self) -> None:
        with contextlib.suppress(RuntimeError):
            self._stream.flush()

    async def events(self) -> AsyncIterator[stt.SpeechEvent]:
        async for event in self._stream:
            yield event

    async def aclose(self) -> None:
        await self._stream.aclose()


class _RecordingEar:
    """Sends each utterance as one recording, once its end is there."""

    def __init__(
        self, client: stt.STT[Any], options: APIConnectOptions, sent: Callable[[float], None]
    ) -> None:
        self._client = client
        self._sent = sent
        self._options = options
        self._ring = Ring(_LONGEST_RECORDING_S)
        self._said = False
        self._recordings: asyncio.Queue[list[rtc.AudioFrame]] = asyncio.Queue()

    def begin(self) -> None:
        self._said = True
        self._ring.begin()

    def hear(self, frame: rtc.AudioFrame) -> None:
        self._ring.push(frame)

    def end(self) -> None:
        frames = list(self._ring)
        if self._said and frames:
            self._recordings.put_nowait(frames)
        self._said = False
        self._ring.end()
        self._ring.over()

    async def events(self) -> AsyncIterator[stt.SpeechEvent]:
        while True:
            frames = await self._recordings.get()
            self._sent(sum(frame.duration for frame in frames))
            yield await self._client.recognize(frames, conn_options=self._options)

    async def aclose(self) -> None:
        self._ring.keep_last(0)
