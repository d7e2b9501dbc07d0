"""The watchdog against a real livekit-server. No worker runs: dispatches are counted instead."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

import pytest
from livekit import api

from control_api.edges.rooms.dispatch import LiveKit
from control_api.edges.rooms.entry import entry_for
from control_api.edges.rooms.places import Places
from control_api.edges.rooms.tokens import room_token
from control_api.edges.rooms.watchdog import Watchdog
from control_api.setup.secrets import Secrets
from scripts.launch.lost_agents import remove_agents
from scripts.machine.ports import free_port
from shared.problems import VoiceUnavailableError
from shared.rooms import AGENT_NAME, TokenRequest
from tests.control_api.edges.rooms.conftest import KEY, SECRET, Visitors
from tests.patience import PATIENCE_S
from tests.scripts.serving import Server

SECRETS = Secrets(
    owner_id="", livekit_key=KEY, livekit_secret=SECRET, signing_key="", worker_key=""
)
ALICE = "11111111-1111-4111-8111-111111111111"


async def all_of(names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(names, ALICE)


async def none_of(_names: Iterable[str]) -> dict[str, str]:
    return {}


@contextlib.asynccontextmanager
async def watching(
    url: str, ours: Callable[[Iterable[str]], Awaitable[dict[str, str]]] = all_of
) -> AsyncIterator[tuple[Watchdog, LiveKit]]:
    livekit = LiveKit(url, key=KEY, secret=SECRET)
    watchdog = Watchdog(livekit, ours, Places(most=10, most_each=5))
    task = asyncio.create_task(watchdog.run())
    try:
        yield watchdog, livekit
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await livekit.aclose()


async def until(what: Callable[[], Awaitable[bool]], why: str, within: float = 20) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not await what():
        assert time.monotonic() < give_up, why
        await asyncio.sleep(0.05)


def token_for(room: str) -> str:
    entry = entry_for(TokenRequest(room_name=room), ALICE, "Alice")
    return room_token(entry, key=KEY, secret=SECRET)


@pytest.fixture
def room() -> str:
    return f"kitchen-{secrets.token_hex(4)}"


async def test_a_token_brings_the_agent_into_a_new_room(
    server: Server, visitors: Visitors, room: str
) -> None:
    await visitors.enter(token_for(room))
    livekit = LiveKit(server.url, key=KEY, secret=SECRET)
    assert len((await livekit.sent(room)).dispatches) == 1
    assert (await livekit.occupancy(room)).people == 1
    await livekit.aclose()


async def test_a_room_that_never_got_an_agent_is_sent_one(
    server: Server, visitors: Visitors, room: str
) -> None:
    async with watching(server.url) as (_, livekit):
        await visitors.enter(token_for(room))
        first = (await livekit.sent(room)).dispatches

        async def another_was_sent() -> bool:
            now = (await livekit.sent(room)).dispatches
            return len(now) == 1 and now != first

        await until(another_was_sent, "no other agent was sent")


async def test_a_room_that_lost_its_agent_is_sent_another_and_only_one(
    server: Server, visitors: Visitors, room: str
) -> None:
    await visitors.enter(token_for(room))
    agent = await visitors.enter_as_agent(room, "agent-1")
    async with watching(server.url) as (watchdog, livekit):
        before = (await livekit.sent(room)).dispatches

        async def agent_is_gone() -> bool:
            return not (await livekit.occupancy(room)).agents

        async def another_was_sent() -> bool:
            return (await livekit.sent(room)).dispatches != before

        await agent.disconnect()
        await until(agent_is_gone, "the agent did not leave")
        watchdog.look_at(room)
        await until(another_was_sent, "no other agent was sent", within=8)
        assert len((await livekit.sent(room)).dispatches) == 1


async def test_a_room_with_its_agent_is_sent_no_second(
    server: Server, visitors: Visitors, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    occupancy = LiveKit.occupancy

    async def counted(self: LiveKit, name: str) -> object:
        nonlocal looks
        looks += 1
        return await occupancy(self, name)

    monkeypatch.setattr(LiveKit, "occupancy", counted)
    await visitors.enter_as_agent(room, "agent-1")
    await visitors.enter(token_for(room))
    async with watching(server.url) as (watchdog, livekit):
        before = (await livekit.sent(room)).dispatches

        async def looked_often() -> bool:
            watchdog.look_at(room)
            return looks >= 20

        await until(looked_often, "the watchdog does not look")
        assert (await livekit.sent(room)).dispatches == before


async def test_the_agents_of_a_dead_worker_are_removed_and_people_are_not(
    server: Server, visitors: Visitors, room: str
) -> None:
    await visitors.enter(token_for(room))
    agent = await visitors.enter_as_agent(room, "agent-1")
    livekit = LiveKit(server.url, key=KEY, secret=SECRET)

    async def agent_was_put_out() -> bool:
        return not agent.isconnected()

    await remove_agents(server.url, SECRETS)
    await until(agent_was_put_out, "the agent stayed")
    left = await livekit.occupancy(room)
    assert (left.people, left.agents) == (1, frozenset())
    await livekit.remove(room, "agent-1")
    await livekit.aclose()


async def test_a_server_that_is_away_has_no_agents_to_remove() -> None:
    await remove_agents(f"ws://127.0.0.1:{free_port()}", SECRETS)


async def test_the_agent_is_waited_for_before_its_person_is_let_in(
    server: Server, visitors: Visitors, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("control_api.edges.rooms.watchdog.PREPARED_WITHIN_S", PATIENCE_S)
    async with watching(server.url) as (watchdog, livekit):
        preparing = asyncio.create_task(watchdog.prepare(room))

        async def was_sent() -> bool:
            return room in await livekit.rooms() and len((await livekit.sent(room)).dispatches) == 1

        await until(was_sent, "no agent was sent ahead")
        assert not preparing.done()
        await visitors.enter_as_agent(room, "agent-1")
        await preparing
        await visitors.enter(token_for(room))
        assert len((await livekit.sent(room)).dispatches) == 1


async def test_nobody_is_kept_waiting_for_a_server_that_is_away() -> None:
    livekit = LiveKit(f"ws://127.0.0.1:{free_port()}", key=KEY, secret=SECRET)
    await Watchdog(livekit, none_of, Places(most=1, most_each=1)).prepare("kitchen")
    await livekit.aclose()


async def test_rooms_of_other_applications_are_left_alone(
    server: Server, visitors: Visitors, room: str
) -> None:
    grants = api.VideoGrants(room_join=True, room=room)
    token = api.AccessToken(KEY, SECRET).with_identity("bob").with_grants(grants)
    await visitors.enter(token.to_jwt())
    mine = f"{room}-mine"
    await visitors.enter(token_for(mine))

    async def only_mine(names: Iterable[str]) -> dict[str, str]:
        return dict.fromkeys({mine} & set(names), ALICE)

    async with watching(server.url, only_mine) as (_, livekit):
        first = (await livekit.sent(mine)).dispatches

        async def mine_was_served() -> bool:
            return (await livekit.sent(mine)).dispatches != first

        await until(mine_was_served, "the watchdog does not look")
        assert not (await livekit.sent(room)).dispatches


async def test_a_server_that_is_away_is_said_once_and_waited_for(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("control_api.edges.rooms.watchdog.LOOK_EVERY_S", 0.01)
    asked = 0
    away = f"ws://127.0.0.1:{free_port()}"
    rooms = LiveKit.rooms

    async def counted(self: LiveKit) -> list[str]:
        nonlocal asked
        asked += 1
        if asked > 4:
            return []
        return await rooms(self)

    monkeypatch.setattr(LiveKit, "rooms", counted)
    caplog.set_level(logging.INFO)
    async with watching(away, none_of) as (watchdog, _):

        async def back() -> bool:
            return asked > 6 and watchdog.reachable

        await until(back, "the watchdog gave up")
    said = [record.message for record in caplog.records if "answer" in record.message]
    assert len(said) == 2
    assert "does not answer" in said[0]
    assert "answers again" in said[1]


async def test_a_server_that_is_away_is_a_problem_with_a_name() -> None:
    livekit = LiveKit(f"ws://127.0.0.1:{free_port()}", key=KEY, secret=SECRET)
    with pytest.raises(VoiceUnavailableError):
        await livekit.rooms()
    await livekit.aclose()


async def test_the_agent_name_is_the_one_workers_register_under(
    server: Server, visitors: Visitors, room: str
) -> None:
    await visitors.enter(token_for(room))
    async with api.LiveKitAPI(server.url, KEY, SECRET) as client:
        dispatches = await client.agent_dispatch.list_dispatch(room)
    assert [one.agent_name for one in dispatches] == [AGENT_NAME]
