"""The host's side of the socket: requests in, answers out, health at any time."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agent_worker.model_host.engine import EngineThread, QueuedJob
from agent_worker.model_host.frames import FrameError, encode, read_request
from agent_worker.model_host.memory import resident_bytes
from agent_worker.model_host.protocol import (
    Answer,
    AskHealth,
    Cancel,
    Chat,
    Done,
    Failed,
    Health,
    HostHealth,
    Job,
    Request,
    Speak,
    Transcribe,
)
from agent_worker.models.catalogue import Role

_logger = logging.getLogger(__name__)
_ROLES: dict[type[Job], Role] = {Transcribe: "stt", Speak: "tts", Chat: "llm"}

Engines = Mapping[Role, EngineThread]


@dataclass
class Clients:
    """Who is connected."""

    count: int = 0


async def serve(engines: Engines, socket_path: Path, clients: Clients) -> None:
    """Serve the engines to every connection on a Unix socket, until cancelled."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        clients.count += 1
        try:
            await _Connection(engines, writer).run(reader)
        finally:
            clients.count -= 1

    server = await asyncio.start_unix_server(connected, socket_path)
    async with server:
        await server.serve_forever()


class _Connection:
    """One client and its jobs; when it goes, they are cancelled."""

    def __init__(self, engines: Engines, writer: asyncio.StreamWriter) -> None:
        self._engines = engines
        self._writer = writer
        self._loop = asyncio.get_running_loop()
        self._jobs: dict[int, tuple[EngineThread, QueuedJob]] = {}

    async def run(self, reader: asyncio.StreamReader) -> None:
        """Take requests until the client goes or sends what is none."""
        try:
            while (request := await read_request(reader)) is not None:
                self._take(request)
        except FrameError as error:
            _logger.warning("A client was sent away: %s", error)
        finally:
            for engine, queued in list(self._jobs.values()):
                engine.cancel(queued)
            self._writer.close()

    def _take(self, request: Request) -> None:
        if isinstance(request, AskHealth):
            engines = {role: engine.health for role, engine in self._engines.items()}
            self._answer(Health(request.id, HostHealth(engines, resident_bytes())))
        elif isinstance(request, Cancel):
            if request.id in self._jobs:
                engine, queued = self._jobs[request.id]
                engine.cancel(queued)
        else:
            self._submit(request)

    def _submit(self, job: Job) -> None:
        role = _ROLES[type(job)]
        if role not in self._engines:
            self._answer(Failed(job.id, f"The model host was started without {role}."))
            return
        engine = self._engines[role]
        queued = QueuedJob(job, self._from_engine)
        self._jobs[job.id] = (engine, queued)
        engine.submit(queued)

    def _from_engine(self, answer: Answer) -> None:
        """Take an answer over from an engine's thread."""
        self._loop.call_soon_threadsafe(self._answer, answer)

    def _answer(self, answer: Answer) -> None:
        if isinstance(answer, Done | Failed):
            self._jobs.pop(answer.id, None)
        if not self._writer.is_closing():
            self._writer.write(encode(answer))
