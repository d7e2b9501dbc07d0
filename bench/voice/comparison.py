"""The same utterances through LiveKit's default turn-taking, on the same server in the same run."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator

import httpx
from livekit import api

from bench.conversation.caller import Caller
from bench.conversation.stack import STOP_DEADLINE_S, Stack
from bench.voice.livekit_defaults import AGENT
from control_api.setup.secrets import load_or_create
from scripts.machine.places import ROOT
from shared.rooms import TokenAnswer


def keys(stack: Stack) -> tuple[str, str]:
    """LiveKit's key and secret of a running Saydo."""
    kept = load_or_create(stack.data)
    return kept.livekit_key, kept.livekit_secret


def server_url(stack: Stack) -> str:
    """Where its LiveKit server is."""
    with stack.api() as client:
        return str(client.post("/token", json={}).raise_for_status().json()["server_url"])


@contextlib.contextmanager
def default_worker(stack: Stack) -> Iterator[None]:
    """The yardstick's worker, registered, for the time of a `with` block."""
    key, secret = keys(stack)
    environment = {
        **os.environ,
        "LIVEKIT_URL": server_url(stack),
        "LIVEKIT_API_KEY": key,
        "LIVEKIT_API_SECRET": secret,
        "SAYDO_API_URL": stack.address,
        "SAYDO_TOKEN": stack.token,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.voice.livekit_defaults", "start"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:  # its jobs are still being drained; the turns are done
            process.kill()
            process.wait()


def ticket(stack: Stack, url: str) -> TokenAnswer:
    """A token for a room of its own, where the yardstick's agent is dispatched."""
    key, secret = keys(stack)
    room = f"yardstick-{time.time_ns()}"
    config = api.RoomConfiguration(agents=[api.RoomAgentDispatch(agent_name=AGENT)])
    grants = api.VideoGrants(room_join=True, room=room)
    token = (
        api.AccessToken(key, secret)
        .with_identity("caller")
        .with_grants(grants)
        .with_room_config(config)
    )
    return TokenAnswer(url, token.to_jwt(), room, "caller")


@contextlib.asynccontextmanager
async def in_default_room(stack: Stack) -> AsyncIterator[Caller]:
    """A caller to whom the yardstick listens; asks again while its worker is still starting."""
    url = server_url(stack)
    give_up = time.monotonic() + 60
    while True:
        caller = Caller()
        try:
            await caller.connect(ticket(stack, url))
            await caller.wait_for_agent()
            break
        except (AssertionError, httpx.HTTPError):
            await caller.leave()
            if time.monotonic() > give_up:
                raise
    try:
        yield caller
    finally:
        await caller.leave()
