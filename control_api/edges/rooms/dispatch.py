"""Who is in a room and which agent was sent there, asked of the LiveKit server."""

import asyncio
from http import HTTPStatus

import aiohttp
import msgspec
from livekit import api
from livekit.protocol.models import ParticipantInfo

from shared.problems import VoiceUnavailableError
from shared.rooms import AGENT_NAME, AGENT_RETURNS

DEADLINE_S = 5.0
PEOPLE = {ParticipantInfo.Kind.STANDARD, ParticipantInfo.Kind.SIP}
FAILURES = (aiohttp.ClientError, api.ServerError, OSError, asyncio.TimeoutError)


class Occupancy(msgspec.Struct, frozen=True):
    """Who is in a room at one moment."""

    people: int
    agents: frozenset[str]
    """Identities."""


class Sent(msgspec.Struct, frozen=True):
    """Which agents were asked for, and which of them a worker has accepted."""

    dispatches: frozenset[str]
    accepted: frozenset[str]
    """Identities that the agents will have, or had."""


class LiveKit:
    """The LiveKit server. Every method raises `VoiceUnavailableError` when it can't be asked."""

    def __init__(self, url: str, *, key: str, secret: str) -> None:
        """Must be called in a running event loop."""
        self._api = api.LiveKitAPI(
            url, key, secret, timeout=aiohttp.ClientTimeout(total=DEADLINE_S), failover=False
        )

    async def rooms(self) -> list[str]:
        """Return the names of all rooms there are now."""
        try:
            answer = await self._api.room.list_rooms(api.ListRoomsRequest())
        except FAILURES as error:
            raise VoiceUnavailableError from error
        return [room.name for room in answer.rooms]

    async def occupancy(self, room: str) -> Occupancy:
        """Return who is in a room."""
        try:
            answer = await self._api.room.list_participants(api.ListParticipantsRequest(room=room))
        except FAILURES as error:
            raise VoiceUnavailableError from error
        present = [
            one for one in answer.participants if one.state != ParticipantInfo.State.DISCONNECTED
        ]
        return Occupancy(
            people=sum(one.kind in PEOPLE for one in present),
            agents=frozenset(
                one.identity for one in present if one.kind == ParticipantInfo.Kind.AGENT
            ),
        )

    async def sent(self, room: str) -> Sent:
        """Return which agents were sent to a room."""
        try:
            dispatches = await self._api.agent_dispatch.list_dispatch(room)
        except FAILURES as error:
            raise VoiceUnavailableError from error
        ours = [one for one in dispatches if one.agent_name == AGENT_NAME]
        return Sent(
            dispatches=frozenset(one.id for one in ours),
            accepted=frozenset(
                job.state.participant_identity
                for one in ours
                for job in one.state.jobs
                if job.state.participant_identity
            ),
        )

    async def open(self, room: api.CreateRoomRequest) -> None:
        """Have a room there before anybody is in it; one that is there stays as it is."""
        try:
            await self._api.room.create_room(room)
        except FAILURES as error:
            raise VoiceUnavailableError from error

    async def send_agent(
        self, room: str, instead_of: frozenset[str], *, returns: bool = False
    ) -> None:
        """Send an agent to a room; the dispatches it replaces are withdrawn first.

        Withdrawing ends their jobs, so that an agent believed lost can't come back as a second one.
        `returns`: it is told that the room had one before, which was lost.
        """
        try:
            for dispatch in instead_of:
                await self._api.agent_dispatch.delete_dispatch(dispatch, room)
            await self._api.agent_dispatch.create_dispatch(
                api.CreateAgentDispatchRequest(
                    agent_name=AGENT_NAME, room=room, metadata=AGENT_RETURNS if returns else ""
                )
            )
        except FAILURES as error:
            raise VoiceUnavailableError from error

    async def remove(self, room: str, identity: str) -> None:
        """Put a participant out of a room; one that has left is no trouble."""
        try:
            await self._api.room.remove_participant(
                api.RoomParticipantIdentity(room=room, identity=identity)
            )
        except api.ServerError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise VoiceUnavailableError from error
        except FAILURES as error:
            raise VoiceUnavailableError from error

    async def aclose(self) -> None:
        """Close the connections."""
        await self._api.aclose()
