"""Which addresses may be reached: looked at when the connection is made, after resolving."""

import errno
import ipaddress
import socket
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from control_api.http.networks import Address, Network

REFUSED = "refused: in a private network"
PRIVATE = (
    "This address is in a private network. Only the owner of this Saydo can use one there, and only"
    " when the setting SAYDO_PRIVATE_NETWORKS names it."
)
_HERE = ("127.0.0.1", "::1")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are an IPv4 address."""
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All that the world routes; not every Python knows what of the rest is private."""
AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]


def networks_of(names: Iterable[str]) -> list[Network]:
    """Networks by their names, such as ``10.0.0.0/8``."""
    return [ipaddress.ip_network(name) for name in names]


def is_reachable(address: str, allowed: Sequence[Network]) -> bool:
    """Whether an address is public, whatever it is wrapped in, or in an allowed network."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return all(
        any(inner in network for network in allowed) or _is_public(inner)
        for inner in _unwrapped(parsed)
    )


def is_private_host(host: str, networks: Iterable[str]) -> bool:
    """Whether a host can be seen to be none that may be reached. Looks no name up.

    All spellings count that a connection would take: decimal, octal, shortened. `networks` are
    those that may be reached though they are private.
    """
    allowed = networks_of(networks)
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return not any(is_reachable(address, allowed) for address in _HERE)
    try:
        found = socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
    except (OSError, ValueError):
        return False
    return not all(is_reachable(str(info[4][0]), allowed) for info in found)


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


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        return address.is_global and (address in _GLOBAL_UNICAST or address in _TRANSLATED)
    return address.is_global and not address.is_multicast and not address.is_reserved


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
