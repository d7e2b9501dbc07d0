"""How long a host lives: until its worker stops it, or is gone and no other takes its place."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from agent_worker.model_host.server import Clients, Engines, serve

_LOOK_EVERY_S = 0.1
_PR_SET_PDEATHSIG = 1
"""Linux, prctl(2): the signal that comes when the parent ends."""


def serve_for_worker(engines: Engines, socket_path: Path, lingers_s: float = 0.0) -> NoReturn:
    """Serve until SIGTERM, or until the worker's end of standard input closes; end the process.

    In the second case it goes on while another worker is connected, which has `lingers_s` to come.

    The socket and its folder are taken along: a worker that was killed can't do that any more.
    """
    if sys.platform == "linux":
        # Who is stopped can't see that the worker is gone: it has to be let go on for that.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGCONT)
    asyncio.run(_serve(engines, socket_path, lingers_s))
    with contextlib.suppress(OSError):
        socket_path.unlink()
        socket_path.parent.rmdir()
    # The engines' threads may be deep inside native code, which does not survive an orderly end.
    os._exit(0)


async def _serve(engines: Engines, socket_path: Path, lingers_s: float) -> None:
    loop = asyncio.get_running_loop()
    clients = Clients()
    serving = asyncio.ensure_future(serve(engines, socket_path, clients))
    worker_gone = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, serving.cancel)
    loop.add_reader(sys.stdin.fileno(), _note_end, sys.stdin.fileno(), worker_gone)
    ending = asyncio.create_task(_end_unwanted(serving, worker_gone, clients, lingers_s))
    await asyncio.wait([serving])
    ending.cancel()


def _note_end(descriptor: int, worker_gone: asyncio.Event) -> None:
    if not os.read(descriptor, 1024):
        asyncio.get_running_loop().remove_reader(descriptor)
        worker_gone.set()


async def _end_unwanted(
    serving: asyncio.Future[None], worker_gone: asyncio.Event, clients: Clients, lingers_s: float
) -> None:
    await worker_gone.wait()
    alone_s = 0.0
    while alone_s < lingers_s:
        await asyncio.sleep(_LOOK_EVERY_S)
        alone_s = 0.0 if clients.count else alone_s + _LOOK_EVERY_S
    serving.cancel()
