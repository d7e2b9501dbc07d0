"""Sound that waited while this process stood still: too old to be answered.

Who hears nothing says it again, so that a backlog of several tries would become one odd command.
"""

import asyncio
import time
from collections.abc import Callable

from livekit import rtc
from livekit.agents.voice.io import AudioInput

OLD_S = 3.0
"""After which an answer is to something that the person has given up on."""
_TICK_S = 0.25
_ARRIVES_WITHIN_S = 2.0
"""What came meanwhile lies in sockets and jitter buffers, and is played out faster than it came."""


class Backlog:
    """Tells when the conversation stood still, by a clock that goes on then."""

    def __init__(
        self, on_stall: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`on_stall` is called once for each time that it did; `clock` gives seconds."""
        self._on_stall = on_stall
        self._clock = clock
        self._looked = clock()
        self._old_until = 0.0

    async def run(self) -> None:
        """Look at the clock until cancelled, also while nobody can be heard."""
        while True:
            await asyncio.sleep(_TICK_S)
            self.look()

    def look(self) -> None:
        """Look at the clock."""
        now = self._clock()
        stood_s, self._looked = now - self._looked, now
        if stood_s > OLD_S:
            self._old_until = now + _ARRIVES_WITHIN_S
            self._on_stall()

    def is_old(self) -> bool:
        """Whether what arrives now may have waited for too long."""
        self.look()
        return self._clock() < self._old_until


class FreshAudio(AudioInput):
    """What a participant says, without what is too old."""

    def __init__(self, source: AudioInput, backlog: Backlog) -> None:
        super().__init__(label="fresh", source=source)
        self._backlog = backlog

    async def __anext__(self) -> rtc.AudioFrame:
        """Give the next frame that is not."""
        while True:
            frame = await super().__anext__()
            if not self._backlog.is_old():
                return frame
