"""A real livekit-server for the time of a `with` block, configured as `make run` does."""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx

from scripts.launch import livekit_config
from scripts.provision import livekit_server
from tests.patience import PATIENCE_S


class Server(NamedTuple):
    """A livekit-server that answers."""

    url: str
    config: dict[str, Any]
    process: "subprocess.Popen[bytes]"


@contextlib.contextmanager
def livekit(key: str, secret: str) -> Iterator[Server]:
    """Serve with this key on free ports."""
    program = livekit_server.find()
    assert program is not None, "run `make setup` first"
    config = anywhere()
    with subprocess.Popen(
        [program],
        env=os.environ
        | {"LIVEKIT_CONFIG": livekit_config.as_yaml(config | {"keys": {key: secret}})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            wait_for_answer(f"http://127.0.0.1:{config['port']}/")
            yield Server(f"ws://127.0.0.1:{config['port']}", config, process)
        finally:
            process.kill()


def anywhere() -> dict[str, Any]:
    """livekit.yaml with ports that no other test is likely to take at the same moment."""
    config = livekit_config.read_config()
    rtc = config["rtc"] | {"udp_port": 0}
    return livekit_config.with_free_ports(config | {"port": 0, "rtc": rtc})


def wait_for_answer(url: str) -> None:
    """Block until something answers over HTTP."""
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        try:
            httpx.get(url, trust_env=False, timeout=1)
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing answers at {url}")
