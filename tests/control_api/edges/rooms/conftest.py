"""A real livekit-server on free ports, as setup finds it and `make run` configures it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from livekit import api, rtc

from tests.scripts.serving import Server, livekit

KEY = "saydo-test"
SECRET = "s" * 40


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with livekit(KEY, SECRET) as running:
        yield running


class Visitors:
    """Participants that join rooms of the server and leave at the end of the test."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.rooms: list[rtc.Room] = []

    async def enter(self, token: str) -> rtc.Room:
        room = rtc.Room()
        await room.connect(self.url, token)
        self.rooms.append(room)
        return room

    async def enter_as_agent(self, room: str, identity: str) -> rtc.Room:
        grants = api.VideoGrants(room_join=True, room=room, agent=True)
        token = api.AccessToken(KEY, SECRET).with_identity(identity).with_kind("agent")
        return await self.enter(token.with_grants(grants).to_jwt())


@pytest.fixture
async def visitors(server: Server) -> AsyncIterator[Visitors]:
    present = Visitors(server.url)
    yield present
    for room in present.rooms:
        await room.disconnect()
