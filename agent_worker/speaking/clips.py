"""Speech that is made before it is needed, and kept while it may be needed again."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator

from agent_worker.model_host.client import ModelError, ModelHost
from agent_worker.speaking.clauses import clauses

_KEPT = 24


class Clip:
    """The speech of one piece of text, which can be listened to while it is being made."""

    def __init__(
        self, host: ModelHost, text: str, conversation: str, *, speed: float = 1.0
    ) -> None:
        self.text = text
        self._speed = speed
        self._pieces: list[bytes] = []
        self._grown = asyncio.Event()
        self._making = asyncio.create_task(self._make(host, conversation))
        # A clip that nobody listened to may fail unheard.
        self._making.add_done_callback(lambda task: task.cancelled() or task.exception())

    @property
    def failed(self) -> bool:
        """Whether it can't be listened to to its end."""
        making = self._making
        return making.done() and (making.cancelled() or making.exception() is not None)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give the speech from its beginning: 16 bit, mono. Raises ModelError when it fails."""
        given = 0
        while True:
            while given < len(self._pieces):
                given += 1
                yield self._pieces[given - 1]
            if self._making.done():
                if self._making.cancelled():
                    raise ModelError("This speech was not wanted any more.")
                self._making.result()
                return
            self._grown.clear()
            await self._grown.wait()

    def cancel(self) -> None:
        """Stop making it."""
        self._making.cancel()

    async def _make(self, host: ModelHost, conversation: str) -> None:
        try:
            async for piece in host.speak(self.text, conversation=conversation, speed=self._speed):
                self._pieces.append(piece)
                self._grown.set()
        finally:
            # Whoever waits learns from the task how it ended, once it has.
            asyncio.get_running_loop().call_soon(self._grown.set)


class Clips:
    """One conversation's clips: the latest, and those that are kept for when the host is away."""

    def __init__(self, host: ModelHost, conversation: str) -> None:
        self._host = host
        self._conversation = conversation
        self._clips: OrderedDict[str, Clip] = OrderedDict()
        self._kept: dict[str, Clip] = {}
        self._prepared: list[Clip] = []
        self._speed = 1.0

    @property
    def speed(self) -> float:
        """Of the voice: 1 is its own, more is faster. What is kept stays as it was made."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if speed == self._speed:
            return
        self._speed = speed
        # Whoever listens to one hears it to its end.
        self._clips.clear()
        self._prepared = []

    def get(self, text: str) -> Clip:
        """Give the clip of one piece of text, made now if it isn't there."""
        clip = self._kept.get(text) or self._clips.get(text)
        if clip is None or clip.failed:
            clip = Clip(self._host, text, self._conversation, speed=self._speed)
        if text not in self._kept:
            self._clips[text] = clip
            self._clips.move_to_end(text)
        if clip in self._prepared:
            self._prepared.remove(clip)
        while len(self._clips) > _KEPT:
            self._clips.popitem(last=False)
        return clip

    def prepare(self, reply: str) -> None:
        """Begin to make the speech of a reply that may be given; it replaces the one before."""
        wanted = clauses(reply)
        for clip in self._prepared:
            if clip.text not in wanted:
                clip.cancel()
        self._prepared = []
        self._prepared = [self.get(text) for text in wanted]

    async def keep(self, reply: str) -> None:
        """Make the speech of a reply now, and never forget it. Raises ModelError."""
        for text in clauses(reply):
            clip = Clip(self._host, text, self._conversation)
            async for _ in clip.pieces():
                pass
            self._kept[text] = clip

    async def kept(self, reply: str) -> AsyncIterator[bytes]:
        """Give the speech of a reply that was kept; nothing if it wasn't."""
        for text in clauses(reply):
            if text in self._kept:
                async for piece in self._kept[text].pieces():
                    yield piece

    def close(self) -> None:
        """Stop making any."""
        for clip in (*self._clips.values(), *self._kept.values()):
            clip.cancel()
