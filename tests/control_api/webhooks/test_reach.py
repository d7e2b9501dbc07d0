"""F2: no webhook reaches into this machine's network, whatever its address looks like."""

import ipaddress
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.outgoing.reach import clean_url, is_reachable
from control_api.webhooks.sender import Message, Sender
from control_api.webhooks.signing import secret_of
from shared.problems import InvalidInputError
from tests.control_api.webhooks.conftest import Receiver

MESSAGE = Message(id="evt_1", event_id=1, body=b"{}")
SECRET = secret_of("k" * 32, "id")


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
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
    ],
)
async def test_no_spelling_of_this_machine_is_reached(receiver: Receiver, host: str) -> None:
    port = receiver.server.server_port
    async with Sender([]) as sender:
        delivery = await sender.send(f"http://{host}:{port}/hook", SECRET, MESSAGE)
    assert delivery.status is None
    assert delivery.error
    assert not receiver.seen


async def test_a_name_that_leads_to_this_machine_only_when_connecting_is_refused(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def rebind(host: str | bytes, *args: Any, **_: Any) -> list[Any]:
        asked.append(host)
        here = ("127.0.0.1", receiver.server.server_port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", here)]

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    async with Sender([]) as sender:
        delivery = await sender.send("http://public.example/hook", SECRET, MESSAGE)
    assert asked
    assert delivery.error is not None
    assert "SAYDO_WEBHOOK_NETWORKS" in delivery.error
    assert not receiver.seen


async def test_a_redirect_is_not_followed(
    receivers: Callable[[], Receiver],
) -> None:
    public, inside = receivers(), receivers()
    for status in (301, 302, 307, 308):
        public.answers, public.location = [status], inside.url
        async with Sender(["127.0.0.1"]) as sender:
            delivery = await sender.send(public.url, SECRET, MESSAGE)
        assert delivery.status == status
    assert not inside.seen


async def test_who_does_not_answer_is_given_up_on(unused_listener: int) -> None:
    began = time.monotonic()
    async with Sender(["127.0.0.1"], within_s=0.3) as sender:
        delivery = await sender.send(f"http://127.0.0.1:{unused_listener}/", SECRET, MESSAGE)
    assert delivery.error == "There was no answer in time."
    assert time.monotonic() - began < 5


@pytest.fixture
def unused_listener() -> Any:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/",
        "https://",
        "https://user:secret@example.org/",
        "https://example.org:99999/",
        "https://example.org/#part",
        "https://example.org/ /x",
        "https://[::1/",
        "https://example.org/" + "x" * 2000,
        "https://ex\nample.org/",
    ],
)
def test_what_is_no_address_to_send_to_is_refused(url: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        clean_url(url)
    assert list(refused.value.fields) == ["url"]
