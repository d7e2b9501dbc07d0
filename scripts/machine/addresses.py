"""By which address other devices reach this machine."""

import socket
from contextlib import closing

_ELSEWHERE = ("198.51.100.1", 9)
"""Of RFC 5737, for documentation: to learn which interface leads out; nothing is sent there."""


def address_of(name: str) -> str | None:
    """Return this machine's IPv4 address by that name, else the one it reaches others from."""
    try:
        found = socket.getaddrinfo(name, None, socket.AF_INET, socket.SOCK_DGRAM)
    except OSError:
        found = []
    named = [str(address[0]) for *_, address in found]
    return next(filter(_is_ours, [*named, *_outward()]), None)


def _is_ours(address: str) -> bool:
    """Whether this machine has the address, and others can reach it there."""
    if address.startswith("127."):
        return False
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


def _outward() -> list[str]:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return []
        return [str(probe.getsockname()[0])]
