"""Puts the agents of a worker that died out of their rooms, so that new ones can come."""

import asyncio
import contextlib

from control_api.edges.rooms.dispatch import LiveKit
from control_api.setup.secrets import Secrets
from shared.problems import VoiceUnavailableError


async def remove_agents(livekit_url: str, secrets: Secrets) -> None:
    """Remove every agent from every room of a LiveKit server that has no other worker.

    The server itself would take 20 s to find out that they are gone, and nobody would answer.
    """
    livekit = LiveKit(livekit_url, key=secrets.livekit_key, secret=secrets.livekit_secret)
    # A server that is away has no agents in its rooms either.
    with contextlib.suppress(VoiceUnavailableError):
        await asyncio.gather(*(_remove(livekit, room) for room in await livekit.rooms()))
    await livekit.aclose()


async def _remove(livekit: LiveKit, room: str) -> None:
    for agent in (await livekit.occupancy(room)).agents:
        await livekit.remove(room, agent)
