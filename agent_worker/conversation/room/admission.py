"""Being given a session for a room, and knowing when its person has left for good."""

import asyncio
import logging
from collections.abc import Callable

from livekit import rtc

from shared.client import SaydoClient, SaydoUnreachableError
from shared.rooms import SessionGrant, is_same_person

_WITHIN_S = 120.0
_TRY_EVERY_S = 1.0
_AFTER_LEAVING_S = 20.0
"""Time to come back after leaving, which a page that is reloaded does too."""
_AFTER_LOSING_S = 60.0
"""Time to come back when the network was lost."""

_log = logging.getLogger(__name__)


async def admit(worker: SaydoClient, room: str) -> SessionGrant:
    """Exchange a room for a grant, and wait for a control API that is only starting.

    Raises SaydoProblemError for a room it doesn't know, and TimeoutError after two minutes.
    """
    async with asyncio.timeout(_WITHIN_S):
        while True:
            try:
                return await worker.exchange_room(room)
            except SaydoUnreachableError:
                _log.warning("The control API can't be reached; room %s has to wait.", room)
                await asyncio.sleep(_TRY_EVERY_S)


class Presence:
    """Watches whether the person of a conversation is in its room, with any of their devices."""

    def __init__(self, room: rtc.Room, identity: str, on_gone: Callable[[], None]) -> None:
        """`on_gone` is called once they have been away for too long."""
        self._room = room
        self._identity = identity
        self._on_gone = on_gone
        self._leaving: asyncio.TimerHandle | None = None
        room.on("participant_connected", self._on_connected)
        room.on("participant_disconnected", self._on_disconnected)
        if not self.is_there:
            self._wait(_AFTER_LOSING_S)

    @property
    def is_there(self) -> bool:
        """Whether one of their devices is in the room."""
        return any(is_same_person(each, self._identity) for each in self._room.remote_participants)

    def _on_connected(self, participant: rtc.RemoteParticipant) -> None:
        is_theirs = is_same_person(participant.identity, self._identity)
        if is_theirs and self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    def _on_disconnected(self, participant: rtc.RemoteParticipant) -> None:
        if is_same_person(participant.identity, self._identity) and not self.is_there:
            left = participant.disconnect_reason == rtc.DisconnectReason.CLIENT_INITIATED
            self._wait(_AFTER_LEAVING_S if left else _AFTER_LOSING_S)

    def _wait(self, seconds: float) -> None:
        if self._leaving is None:
            self._leaving = asyncio.get_running_loop().call_later(seconds, self._on_gone)
