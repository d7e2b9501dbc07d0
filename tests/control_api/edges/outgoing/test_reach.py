"""F2: no address reaches into this machine's network, whatever it looks like."""

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.edges.outgoing.reach import guarded_socket, is_private_host, is_reachable


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "::7f00:1",
        "fec0::1",
        "2001:0:7f00:1::",
        "2002:7f00:1::",
    ],
)
def test_an_address_that_is_not_public_is_not_reached(address: str) -> None:
    assert not is_reachable(address, [])


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_a_public_address_is_reached(address: str) -> None:
    assert is_reachable(address, [])


@given(st.ip_addresses())
def test_what_is_allowed_by_name_is_reached_and_nothing_private_besides(address: Any) -> None:
    everywhere = [ipaddress.ip_network("::/0"), ipaddress.ip_network("0.0.0.0/0")]
    assert is_reachable(str(address), everywhere)
    if address.is_private or address.is_loopback:
        assert not is_reachable(str(address), [])


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LocalHost.",
        "any.localhost",
        "127.0.0.1",
        "0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "::1",
        "::ffff:127.0.0.1",
        "169.254.169.254",
    ],
)
def test_a_host_that_can_be_seen_to_be_private_is_known_however_it_is_spelled(host: str) -> None:
    assert is_private_host(host, [])
    assert not is_private_host(host, ["0.0.0.0/0", "::/0"])


@pytest.mark.parametrize(
    "host", ["example.org", "1.1.1.1", "nobody.invalid", "", "a\0b", "x" * 300]
)
def test_no_name_is_looked_up_to_see_whether_it_is_private(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def look_up(name: str, port: None, *, flags: int = 0) -> Any:
        assert flags & socket.AI_NUMERICHOST
        return real(name, port, flags=flags)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert not is_private_host(host, [])


def test_a_socket_is_made_for_what_may_be_reached_alone() -> None:
    make = guarded_socket([ipaddress.ip_network("192.0.2.0/24")])
    make((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))).close()
    with pytest.raises(PermissionError):
        make((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("198.51.100.1", 80)))
