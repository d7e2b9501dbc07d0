"""How long a host lives: until its worker stops it, or is gone."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from agent_worker.model_host.server import Engines, serve

_PR_SET_PDEATHSIG = 1
"""Linux, prctl(2): the signal that comes when the parent ends."""


def serve_for_worker(engines: Engines, socket_path: Path) -> NoReturn:
    """Serve until SIGTERM, or until the worker's end of standard input closes; end the process.

    The socket and its folder are taken along: a worker that was killed can't do that any more.
    """
    if sys.platform == "linux":
        # Who is stopped can't see that the worker is gone: it has to be let go on for that.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGCONT)
    asyncio.run(_serve(engines, socket_path))
    with contextlib.suppress(OSError):
        socket_path.unlink()
        socket_path.parent.rmdir()
    # The engines' threads may be deep inside native code, which does not survive an orderly end.
    os._exit(0)


async def _serve(engines: Engines, socket_path: Path) -> None:
    loop = asyncio.get_running_loop()
    serving = asyncio.ensure_future(serve(engines, socket_path))
    loop.add_signal_handler(signal.SIGTERM, serving.cancel)
    loop.add_reader(sys.stdin.fileno(), _stop_at_end, sys.stdin.fileno(), serving)
    await asyncio.wait([serving])


def _stop_at_end(descriptor: int, serving: asyncio.Future[None]) -> None:
    if not os.read(descriptor, 1024):
        serving.cancel()
