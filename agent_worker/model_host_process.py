"""The model host's process: ``python -m agent_worker.model_host_process SOCKET OPTIONS``."""

import logging
import sys
from pathlib import Path

import msgspec

from agent_worker.engines import start_engines
from agent_worker.model_host.lifetime import serve_for_worker
from agent_worker.model_host.options import HostOptions


def main() -> None:
    """Load the models and serve them."""
    logging.basicConfig(level=logging.INFO, format="model host: %(message)s")
    socket_path, options = sys.argv[1:]
    engines = start_engines(msgspec.json.decode(options, type=HostOptions))
    serve_for_worker(engines, Path(socket_path))


if __name__ == "__main__":
    main()
