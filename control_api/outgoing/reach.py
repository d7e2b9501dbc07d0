"""Which addresses webhooks may reach: looked at when the connection is made, after resolving."""

import errno
import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from control_api.limits.addresses import Address, Network
from control_api.lines import clean_line, invalid

MOST_URL = 2000
REFUSED = "refused: in a private network"
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are an IPv4 address."""
AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]


def is_reachable(address: str, allowed: Sequence[Network]) -> bool:
    """Whether an address is public, whatever it is wrapped in, or in an allowed network."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return all(
        any(inner in network for network in allowed)
        or (inner.is_global and not inner.is_multicast and not inner.is_reserved)
        for inner in _unwrapped(parsed)
    )


def guarded_socket(allowed: Sequence[Network]) -> Callable[[AddressInfo], socket.socket]:
    """Make the sockets of a client that reaches nothing else, whatever a name or redirect says."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, address = info
        if not is_reachable(str(address[0]), allowed):
            raise PermissionError(errno.EACCES, REFUSED)
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        return made

    return make


def clean_url(url: str) -> str:
    """An address that can be sent to. Raises `InvalidInputError`."""
    line = clean_line(url, "url", MOST_URL)
    try:
        parts = urlsplit(line)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    else:
        good = good and parts.username is None and not parts.fragment
    if not good or not line.isascii() or " " in line:
        raise invalid("url", "Write the address as https://host/path, without name and password.")
    return line


def _unwrapped(address: Address) -> list[Address]:
    """The address, and those that it is a wrapping of."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    inside: list[Address | None] = [address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [address, *(each for each in inside if each is not None)]
