"""How long a host lives: until its worker stops it, or is gone."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from agent_worker.model_host.server import Engines, serve


def serve_for_worker(engines: Engines, socket_path: Path) -> NoReturn:
    """Serve until SIGTERM, or until the worker's end of standard input closes; end the process.

    The socket and its folder are taken along: a worker that was killed can't do that any more.
    """
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
