"""The model host as a conversation sees it."""

import asyncio
import contextlib
import itertools
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any, Self

from agent_worker.model_host.frames import FrameError, encode, read_answer
from agent_worker.model_host.protocol import (
    SPEECH_RATE,
    Answer,
    AskHealth,
    Audio,
    Cancel,
    Chat,
    ChatDelta,
    Done,
    Failed,
    Health,
    Heard,
    HostHealth,
    Job,
    Request,
    Said,
    Speak,
    Transcribe,
    Transcript,
)


class ModelError(Exception):
    """A request that failed; the message is a sentence."""


class ModelHostOverloadedError(ModelError):
    """Too many requests wait already; try again later."""


class ModelHostUnavailableError(ModelError):
    """The host is away; it is restarted, and the next request finds it when it is back."""


class ModelHost:
    """One connection to the model host, for any number of conversations of one event loop.

    A connection that breaks fails what is under way at once; the next request opens another.
    """

    speech_rate = SPEECH_RATE
    """Samples a second of what `speak` gives."""

    def __init__(self, socket_path: Path) -> None:
        self._path = socket_path
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Queue[Answer]] = {}
        self._writer: asyncio.StreamWriter | None = None
        self._reading: asyncio.Task[None] | None = None
        self._connecting = asyncio.Lock()

    @classmethod
    async def connect(cls, socket_path: str | Path) -> Self:
        """Connect to the host at `socket_path`; if it is away, the first request tries again."""
        host = cls(Path(socket_path))
        with contextlib.suppress(ModelHostUnavailableError):
            await host._open()
        return host

    @property
    def queue_length(self) -> int:
        """Requests of this connection that are not finished; `health` tells of all."""
        return len(self._answers)

    async def transcribe(
        self, pcm: bytes, *, conversation: str, prompt: str = "", alternatives: int = 0
    ) -> Transcript:
        """Say what was spoken in `pcm`: 16 kHz, 16 bit, mono.

        `prompt` holds words that are likely, best last. With `alternatives`, up to that many other
        readings are given; asking again for the same audio only costs those.

        Raises:
            ModelError: it failed, or the host is away.

        """
        job = Transcribe(next(self._ids), conversation, pcm, prompt, alternatives)
        async with contextlib.aclosing(self._run(job)) as answers:
            async for answer in answers:
                if isinstance(answer, Heard):
                    return answer.transcript
        raise ModelError("The recogniser gave no answer.")

    async def speak(
        self, text: str, *, conversation: str, speed: float = 1.0
    ) -> AsyncGenerator[bytes, None]:
        """Give the speech of `text` in pieces: 16 bit, mono, `speech_rate`. Closing stops it.

        `speed` 1 is the voice's own, more is faster.

        Raises:
            ModelError: it failed, or the host is away.

        """
        async with contextlib.aclosing(
            self._run(Speak(next(self._ids), conversation, text, speed))
        ) as answers:
            async for answer in answers:
                if isinstance(answer, Audio):
                    yield answer.pcm

    async def chat(
        self,
        messages: list[dict[str, Any]],
        *,
        conversation: str,
        tools: list[dict[str, Any]] | None = None,
        tool_choice: str = "auto",
        max_tokens: int = 256,
        temperature: float = 0.0,
    ) -> AsyncGenerator[ChatDelta, None]:
        """Give the language model's answer in pieces. Closing stops it.

        `messages` and `tools` are as in OpenAI's chat completions; `tool_choice` is ``auto``,
        ``none``, ``required`` or the name of one tool.

        Raises:
            ModelError: it failed, or the host is away.

        """
        job = Chat(
            id=next(self._ids),
            conversation=conversation,
            messages=messages,
            tools=tools or [],
            tool_choice=tool_choice,
            max_tokens=max_tokens,
            temperature=temperature,
        )
        async with contextlib.aclosing(self._run(job)) as answers:
            async for answer in answers:
                if isinstance(answer, Said):
                    yield answer.delta

    async def warm(
        self, messages: list[dict[str, Any]], *, tools: list[dict[str, Any]] | None = None
    ) -> None:
        """Let the language model take in what every conversation begins with.

        Raises:
            ModelError: it failed, or the host is away.

        """
        async for _ in self.chat(messages, conversation="", tools=tools, max_tokens=0):
            pass

    async def health(self) -> HostHealth:
        """Ask how the host is; answered at once, whatever it works on.

        Raises:
            ModelHostUnavailableError: it is away.

        """
        async with contextlib.aclosing(self._run(AskHealth(next(self._ids)))) as answers:
            async for answer in answers:
                if isinstance(answer, Health):
                    return answer.health
        raise ModelHostUnavailableError("The model host did not say how it is.")

    async def close(self) -> None:
        """Close the connection; what is under way is cancelled in the host."""
        if self._writer is not None:
            self._writer.close()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait([self._reading])

    async def _run(self, request: Job | AskHealth) -> AsyncGenerator[Answer, None]:
        """Send a request and give its answers; cancel it when they are not read to the end."""
        frame = _frame(request)
        await self._open()
        queue: asyncio.Queue[Answer] = asyncio.Queue()
        self._answers[request.id] = queue
        finished = False
        try:
            await self._send(frame)
            while not finished:
                answer = await queue.get()
                finished = isinstance(answer, Heard | Done | Failed | Health)
                if isinstance(answer, Failed):
                    raise _error(answer)
                yield answer
        finally:
            self._answers.pop(request.id, None)
            if not finished and self._writer is not None:
                self._writer.write(_frame(Cancel(request.id)))

    async def _send(self, frame: bytes) -> None:
        if self._writer is None:
            raise ModelHostUnavailableError(_AWAY)
        self._writer.write(frame)
        with contextlib.suppress(ConnectionError):
            # A broken connection is told by the reader, to all requests alike.
            await self._writer.drain()

    async def _open(self) -> None:
        async with self._connecting:
            if self._writer is not None:
                return
            try:
                reader, self._writer = await asyncio.open_unix_connection(self._path)
            except OSError as error:
                raise ModelHostUnavailableError(_AWAY) from error
            self._reading = asyncio.create_task(self._read(reader, self._writer))

    async def _read(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (answer := await read_answer(reader)) is not None:
                if queue := self._answers.get(answer.id):
                    queue.put_nowait(answer)
        except FrameError:
            # Out of step: only a new connection can help.
            pass
        finally:
            self._writer = None
            writer.close()
            for request, queue in self._answers.items():
                queue.put_nowait(Failed(request, _AWAY))


_AWAY = "The model host is away for a moment; try again."


def _frame(request: Request) -> bytes:
    try:
        return encode(request)
    except FrameError as error:
        raise ModelError(str(error)) from error


def _error(answer: Failed) -> ModelError:
    if answer.reason == _AWAY:
        return ModelHostUnavailableError(answer.reason)
    if answer.overloaded:
        return ModelHostOverloadedError(answer.reason)
    return ModelError(answer.reason)
