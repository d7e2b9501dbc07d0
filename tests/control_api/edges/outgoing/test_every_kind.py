"""F2, for every kind of address that a person can have Saydo send to: pushes and webhooks.

Each is tried twice: where nothing allows it, and nobody may be called; and where a setting does, so
that it is seen that the address leads there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pytest

from control_api.edges.webhooks.sender import Message, Sender
from control_api.edges.webhooks.signing import secret_of
from tests.control_api.edges.pushing.conftest import HERE, StandIn, carry_out
from tests.patience import PATIENCE_S

SPELLINGS = [
    "127.0.0.1",
    "127.0.0.2",
    "localhost",
    "0.0.0.0",
    "0",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
]
OTHER_MACHINES = ["169.254.169.254", "[fe80::1]", "10.255.255.1", "[fd00::1]"]
Send = Callable[[Sequence[str], Sequence[str]], Awaitable[list[bool]]]
"""Takes what follows ``://`` in each address, and the networks that are allowed; tells which sent
texts were taken."""


async def push(places: Sequence[str], networks: Sequence[str]) -> list[bool]:
    urls = [f"json://{place}" for place in places]
    return (await asyncio.to_thread(carry_out, *urls, networks=networks)).taken


async def hook(places: Sequence[str], networks: Sequence[str]) -> list[bool]:
    message, secret = Message(id="evt_1", event_id=1, body=b"{}"), secret_of("k" * 32, "id")
    async with Sender(networks, within_s=PATIENCE_S) as sender:
        sender._told_after_s = 0  # waits for nothing else when it is refused
        tries = [await sender.send(f"http://{place}", secret, message) for place in places]
    return [each.status == 200 for each in tries]


every_kind = pytest.mark.parametrize("send", [push, hook], ids=["push", "webhook"])


@every_kind
async def test_no_spelling_of_this_machine_is_reached(
    send: Send, stand_ins: Callable[[], StandIn]
) -> None:
    inside = stand_ins()
    places = [f"{host}:{inside.port}/" for host in SPELLINGS]
    assert not any(await send(places, []))
    assert inside.connections == 0
    everywhere = ["0.0.0.0/0", "::/0"]
    assert sum(await send(places, everywhere)) >= len(SPELLINGS) // 2
    assert inside.connections


@every_kind
async def test_no_other_machine_in_private_networks_is_reached(send: Send) -> None:
    assert not any(await send([f"{host}:9/" for host in OTHER_MACHINES], [HERE]))


@every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_leads_nowhere(
    send: Send, stand_ins: Callable[[], StandIn], status: int
) -> None:
    first, second = stand_ins(), stand_ins()
    first.status, first.location = status, f"http://{HERE}:{second.port}/"
    assert await send([f"{HERE}:{first.port}/"], [HERE]) == [False]
    assert first.requests
    assert second.connections == 0


@every_kind
async def test_an_endless_answer_is_cut_off(send: Send, stand_ins: Callable[[], StandIn]) -> None:
    endless = stand_ins()
    endless.is_endless = True
    await send([f"{HERE}:{endless.port}/"], [HERE])
    assert endless.requests
    assert endless.sent < 50_000_000
