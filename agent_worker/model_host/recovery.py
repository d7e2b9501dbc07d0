"""Waiting for a model host that has died and is being restarted."""

import asyncio
from collections.abc import Callable

from agent_worker.model_host.client import ModelError, ModelHost, ModelHostUnavailableError

RESTARTING = "One moment, my speech engine is restarting."
_ASK_EVERY_S = 0.25
_GIVE_UP_AFTER_S = 30.0


class Recovery:
    """One conversation's patience with its model host."""

    def __init__(self, host: ModelHost, announce: Callable[[], None]) -> None:
        """`announce` tells the person; it is called once for each time the host goes away."""
        self._host = host
        self._announce = announce
        self._waiting: asyncio.Task[None] | None = None

    async def wait(self, *, announce: bool = True) -> None:
        """Return when the host is back. Raises ModelHostUnavailableError after 30 seconds."""
        if self._waiting is None or self._waiting.done():
            self._waiting = asyncio.create_task(self._wait())
            if announce:
                self._announce()
        await asyncio.shield(self._waiting)

    async def _wait(self) -> None:
        deadline = asyncio.get_running_loop().time() + _GIVE_UP_AFTER_S
        while not await self._is_ready():
            if asyncio.get_running_loop().time() > deadline:
                raise ModelHostUnavailableError("The model host did not come back.")
            await asyncio.sleep(_ASK_EVERY_S)

    async def _is_ready(self) -> bool:
        try:
            return (await self._host.health()).ready
        except ModelError:
            return False
