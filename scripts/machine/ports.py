"""Ports on this machine: whether one is free, and one that is."""

import socket
from typing import Literal

Transport = Literal["tcp", "udp"]
KINDS = {"tcp": socket.SOCK_STREAM, "udp": socket.SOCK_DGRAM}


def is_free(port: int, host: str = "127.0.0.1", transport: Transport = "tcp") -> bool:
    """Tell whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, KINDS[transport]) as probe:
        if transport == "tcp":
            # Servers set it too; without it a port counts as taken for a minute after its last use.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(preferred: int = 0, transport: Transport = "tcp") -> int:
    """Return the preferred port when it is free on loopback, else some free one."""
    if preferred and is_free(preferred, transport=transport):
        return preferred
    with socket.socket(socket.AF_INET, KINDS[transport]) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
