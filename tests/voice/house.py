"""A house with two machines: network namespaces with a cable between them, and nothing else."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

HERE, PHONE = "10.213.7.1", "10.213.7.2"


class House:
    """Two namespaces; a command runs in one of them with its prefix."""

    def __init__(self) -> None:
        self.here = f"saydo-here-{os.getpid()}"
        self.phone = f"saydo-phone-{os.getpid()}"

    def inside(self, name: str) -> tuple[str, ...]:
        """What to put before a command that is to run there."""
        return ("ip", "netns", "exec", name)


@contextmanager
def house() -> Iterator[House]:
    """Build it, and take it away again; needs root and iproute2."""
    made = House()
    try:
        for name in (made.here, made.phone):
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")
        ends = ("eth0", "netns", made.here, "type", "veth", "peer", "name", "eth0", "netns")
        _ip("link", "add", *ends, made.phone)
        for name, address in ((made.here, HERE), (made.phone, PHONE)):
            _ip("-n", name, "address", "add", f"{address}/30", "dev", "eth0")
            _ip("-n", name, "link", "set", "eth0", "up")
        for name, other in ((made.here, PHONE), (made.phone, HERE)):
            _ip("-n", name, "route", "add", "default", "via", other)
        yield made
    finally:
        for name in (made.here, made.phone):
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
