"""Speech over the model host, with what was made ahead of time."""

from collections.abc import AsyncIterator

from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.speaking.clips import Clips

_NOTHING_S = 0.05
"""Silence given for text that makes no sound, which LiveKit would take for a failure."""


class Speaker:
    """One conversation's local voice."""

    def __init__(self, host: ModelHost, recovery: Recovery, clips: Clips) -> None:
        self.rate = host.speech_rate
        self._clips = clips
        self._recovery = recovery

    def set_speed(self, speed: float) -> None:
        """Speak so fast from now on: 1 is the voice's own, more is faster."""
        self._clips.speed = speed

    async def speech(self, text: str, *, waits: bool) -> AsyncIterator[bytes]:
        """Give the speech of one clause: 16 bit, mono, at `rate` samples a second.

        With `waits`, a host that is away is waited for, and the person told so.

        Raises:
            ModelError: it failed, or the host is away.

        """
        sounded = False
        try:
            async for pcm in self._clips.get(text).pieces():
                yield pcm
                sounded = True
        except ModelHostUnavailableError:
            if not waits:
                raise
            async for pcm in self._clips.kept(RESTARTING):
                yield pcm
            await self._recovery.wait(announce=False)
            async for pcm in self._clips.get(text).pieces():
                yield pcm
                sounded = True
        if not sounded:
            yield bytes(2 * int(_NOTHING_S * self.rate))
