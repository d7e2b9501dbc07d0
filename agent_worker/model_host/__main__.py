"""The model host's process: ``python -m agent_worker.model_host SOCKET OPTIONS``.

The worker starts it; it ends on SIGTERM, or when the worker's end of its standard input closes.
"""

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

import msgspec

from agent_worker.model_host.engines import start_engines
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.server import Engines, serve


async def run(engines: Engines, socket_path: Path) -> None:
    """Serve until the worker wants no more, or is gone."""
    loop = asyncio.get_running_loop()
    serving = asyncio.ensure_future(serve(engines, socket_path))
    loop.add_signal_handler(signal.SIGTERM, serving.cancel)
    loop.add_reader(sys.stdin.fileno(), _stop_at_end, sys.stdin.fileno(), serving)
    await asyncio.wait([serving])


def _stop_at_end(descriptor: int, serving: asyncio.Future[None]) -> None:
    if not os.read(descriptor, 1024):
        serving.cancel()


def main() -> None:
    """Load the models and serve them."""
    logging.basicConfig(level=logging.INFO, format="model host: %(message)s")
    socket_path, options = sys.argv[1:]
    engines = start_engines(msgspec.json.decode(options, type=HostOptions))
    asyncio.run(run(engines, Path(socket_path)))
    # The engines' threads may be deep inside native code, which does not survive an orderly end.
    os._exit(0)


if __name__ == "__main__":
    main()
