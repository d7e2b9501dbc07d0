"""Brings the records of turns to the control API, beside the conversation and never in its way."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from agent_worker.metrics import TURNS_NOT_KEPT
from shared.client import SaydoProblemError, SaydoUnreachableError
from shared.turns import NewTurn

MOST_WAITING = 32
"""Records; a conversation makes one every few seconds at most."""

_log = logging.getLogger(__name__)


class Sender:
    """Sends one record after the other. What can't be brought is let go, and counted."""

    def __init__(self, send: Callable[[NewTurn], Awaitable[None]]) -> None:
        """`send` may raise SaydoProblemError and SaydoUnreachableError."""
        self._send = send
        self._waiting: asyncio.Queue[NewTurn] = asyncio.Queue(MOST_WAITING)

    def add(self, turn: NewTurn) -> None:
        """Send a record as soon as those before it are through."""
        try:
            self._waiting.put_nowait(turn)
        except asyncio.QueueFull:
            TURNS_NOT_KEPT.inc()

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            turn = await self._waiting.get()
            try:
                await self._send(turn)
            except (SaydoProblemError, SaydoUnreachableError) as error:
                TURNS_NOT_KEPT.inc()
                _log.info("The record of a turn was not kept: %s", error)
