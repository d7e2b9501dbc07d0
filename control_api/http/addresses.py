"""Where a request comes from, believed only of the peer and of proxies that were named."""

import ipaddress
from collections.abc import Iterable
from typing import Any

from litestar.types import Scope

from control_api.http.networks import Address, Network

IPV6_PREFIX = 64
"""Bits; within it one customer chooses addresses as they like."""
FORWARDING = frozenset({b"x-forwarded-for", b"forwarded", b"x-real-ip", b"via"})


def caller_address(scope: Scope, trusted: Iterable[Network]) -> str:
    """The peer's address; behind trusted proxies, the one that the outermost of them has seen."""
    address = _peer(scope)
    for forwarded in reversed(_forwarded(scope)):
        if not is_within(address, trusted):
            break
        address = forwarded
    return address


def caller_key(scope: Scope, trusted_names: Iterable[str]) -> str:
    """What one caller can't leave; proxies are trusted by their networks' names."""
    trusted = [ipaddress.ip_network(name) for name in trusted_names]
    return neighbourhood(caller_address(scope, trusted))


def is_here(scope: Scope, trusted: Iterable[Network]) -> bool:
    """Whether the caller is a program on this machine, and no proxy stands in between."""
    if not _is_loopback(caller_address(scope, trusted)):
        return False
    return not any(name in FORWARDING for name, _ in scope["headers"])


def came_by_https(scope: Scope, trusted_names: Iterable[str]) -> bool:
    """Whether the caller speaks https, to this server or to a trusted proxy in front of it."""
    if scope["scheme"] in {"https", "wss"}:
        return True
    said = [value.lower() for name, value in scope["headers"] if name == b"x-forwarded-proto"]
    if not any(b"https" in map(bytes.strip, value.split(b",")) for value in said):
        return False
    return is_within(_peer(scope), map(ipaddress.ip_network, trusted_names))


def is_within(address: str, networks: Iterable[Network]) -> bool:
    """Whether an address is in one of the networks."""
    parsed = _parse(address)
    return parsed is not None and any(parsed in network for network in networks)


def neighbourhood(address: str) -> str:
    """What one caller can't leave by choosing another address: an IPv6 /64, or the address."""
    parsed = _parse(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((parsed, IPV6_PREFIX), strict=False))
    return address if parsed is None else str(parsed)


def _peer(scope: Scope) -> str:
    client: Any = scope.get("client")
    return client[0] if client else ""


def _forwarded(scope: Scope) -> list[str]:
    values = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    return [part.strip() for part in b",".join(values).decode("latin-1").split(",") if part.strip()]


def _is_loopback(address: str) -> bool:
    parsed = _parse(address)
    return parsed is not None and parsed.is_loopback


def _parse(address: str) -> Address | None:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed
