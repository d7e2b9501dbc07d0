"""A real livekit-server on free ports, as setup finds it and `make run` configures it."""

import os
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from typing import NamedTuple

import httpx
import pytest
from livekit import api, rtc

from scripts import livekit_config, livekit_server

KEY = "saydo-test"
SECRET = "s" * 40


class Server(NamedTuple):
    url: str
    process: subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    program = livekit_server.find()
    assert program is not None, "run `make setup` first"
    config = livekit_config.with_free_ports(livekit_config.read_config()) | {"keys": {KEY: SECRET}}
    process = subprocess.Popen(
        [program],
        env=os.environ | {"LIVEKIT_CONFIG": livekit_config.as_yaml(config)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for_http(f"http://127.0.0.1:{config['port']}/")
        yield Server(f"ws://127.0.0.1:{config['port']}", process)
    finally:
        process.kill()
        process.wait()


def wait_for_http(url: str) -> None:
    give_up = time.monotonic() + 15
    while time.monotonic() < give_up:
        try:
            httpx.get(url, trust_env=False, timeout=1)
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing answers at {url}")


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
