"""When a conversation is over: after a goodbye, a long silence, or as long as one may last."""

import asyncio
from collections.abc import Awaitable, Callable

from agent_worker.conversation.reminders import Speech
from agent_worker.conversation.sentences import GOES_TO_SLEEP, HAS_LASTED
from shared.voice_settings import VoiceSettings

_A_MINUTE_S = 60.0
_SETTLED_S = 1.0
"""So long nobody must have spoken after the last word: who did not mean it says so."""
_LOOK_EVERY_S = 0.1
_FAREWELL_WITHIN_S = 15.0
"""After a goodbye it ends by then, whatever the microphone hears."""


class Ending:
    """Watches over one conversation, and ends it when its time has come."""

    def __init__(
        self,
        *,
        say: Callable[[str], Speech | None],
        is_quiet: Callable[[], bool],
        leave: Callable[[], Awaitable[None]],
    ) -> None:
        """`say` gives None when nothing can be said any more; `leave` ends the conversation."""
        self._say = say
        self._is_quiet = is_quiet
        self._leave = leave
        self._settings = VoiceSettings()
        self._clock = asyncio.get_running_loop().time
        self._began_at = self._words_at = self._clock()
        self._wanted_at: float | None = None
        """When somebody said goodbye."""
        self._changed = asyncio.Event()

    def apply(self, settings: VoiceSettings) -> None:
        """Go by these settings from now on."""
        self._settings = settings
        self._changed.set()

    def on_words(self, *, of_person: bool) -> None:
        """Note that something was said or typed, by the person or the assistant."""
        self._words_at = self._clock()
        if of_person:
            self._wanted_at = None

    def goodbye(self) -> None:
        """Note that the person wants it to end, once the farewell was said."""
        self._wanted_at = self._clock()
        self._changed.set()

    async def run(self) -> None:
        """Return once it has ended."""
        while not await self._is_over():
            pass
        await self._leave()

    async def _is_over(self) -> bool:
        """Wait until something may end it, and look whether that does."""
        await self._wait()
        now = self._clock()
        if self._wanted_at is not None:
            return await self._was_goodbye(self._wanted_at)
        if self._is_due(self._began_at, self._settings.longest_min, now):
            return await self._said(HAS_LASTED)
        if self._is_due(self._words_at, self._settings.sleep_after_min, now):
            return await self._said(GOES_TO_SLEEP, unless_spoken=True)
        return False

    async def _wait(self) -> None:
        """Until the next moment that may end it, or something changes."""
        self._changed.clear()
        if self._wanted_at is not None:
            return
        moments = [
            since + minutes * _A_MINUTE_S
            for since, minutes in (
                (self._began_at, self._settings.longest_min),
                (self._words_at, self._settings.sleep_after_min),
            )
            if minutes
        ]
        left = min(moments) - self._clock() if moments else None
        try:
            async with asyncio.timeout(None if left is None else max(left, _LOOK_EVERY_S)):
                await self._changed.wait()
        except TimeoutError:
            return

    def _is_due(self, since: float, minutes: int, now: float) -> bool:
        return minutes > 0 and now >= since + minutes * _A_MINUTE_S and self._is_quiet()

    async def _was_goodbye(self, wanted_at: float) -> bool:
        """Whether the farewell was the last word; not when the person goes on."""
        quiet_s = 0.0
        while quiet_s < _SETTLED_S and self._clock() < wanted_at + _FAREWELL_WITHIN_S:
            await asyncio.sleep(_LOOK_EVERY_S)
            if self._wanted_at != wanted_at:
                return False
            quiet_s = quiet_s + _LOOK_EVERY_S if self._is_quiet() else 0.0
        return True

    async def _said(self, text: str, *, unless_spoken: bool = False) -> bool:
        """Say why it ends; with `unless_spoken` it does not when the person speaks meanwhile."""
        speech = self._say(text)
        if speech is None:
            return True
        await speech.wait_for_playout()
        return not (unless_spoken and speech.interrupted)
