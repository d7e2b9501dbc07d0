"""The address by which others reach this machine: the one that its name has, or the one it uses."""

import socket

import pytest

from scripts.machine.addresses import address_of


def test_a_name_of_this_machine_alone_gives_the_address_it_uses_towards_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scripts.machine.addresses._outward", lambda: ["10.9.8.7"])
    monkeypatch.setattr("scripts.machine.addresses._is_ours", lambda each: each == "10.9.8.7")
    assert address_of("localhost") == "10.9.8.7"


def test_the_address_behind_the_name_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_DGRAM, 17, "", (each, 0)) for each in ("8.8.8.8", "10.0.0.2")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args: found)
    monkeypatch.setattr("scripts.machine.addresses._outward", lambda: ["10.9.8.7"])
    monkeypatch.setattr("scripts.machine.addresses._is_ours", lambda each: each.startswith("10."))
    assert address_of("nas.home") == "10.0.0.2"


@pytest.mark.parametrize("address", ["127.0.0.1", "192.0.2.77"])
def test_what_is_loopback_or_not_of_this_machine_is_no_such_address(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    found = [(socket.AF_INET, socket.SOCK_DGRAM, 17, "", (address, 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args: found)
    monkeypatch.setattr("scripts.machine.addresses._outward", list)
    assert address_of("nas.home") is None
