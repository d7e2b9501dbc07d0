"""One voice at work: a piece of text in, its speech out, whether it is local or remote."""

from collections.abc import AsyncIterator
from typing import Any, Protocol

from livekit import rtc
from livekit.agents import tts
from livekit.agents.types import APIConnectOptions
from livekit.plugins import openai

from agent_worker.providers.faults import EmptyAnswerError
from agent_worker.speaking.speaker import Speaker

_FASTEST = 50
"""Letters a second; what is said faster than that is no speech."""
_CHECKED_S = 0.25
"""So much of a piece is held back until it is certain to be speech: a page of HTML is shorter."""


class Mouth(Protocol):
    """Speaks pieces of text."""

    rate: int
    """Samples a second: 16 bit, mono."""

    def speech(self, text: str) -> AsyncIterator[bytes]:
        """Give the speech of one piece. Raises whatever the client raises."""

    def set_speed(self, speed: float) -> None:
        """Speak so fast from now on, if it can: 1 is its own speed, more is faster."""

    async def aclose(self) -> None:
        """Let go of the client."""


class LocalMouth:
    """The local voice."""

    def __init__(self, speaker: Speaker, *, waits: bool) -> None:
        """With `waits`, a model host that is away is waited for: nobody else could speak."""
        self._speaker = speaker
        self._waits = waits
        self.rate = speaker.rate

    async def speech(self, text: str) -> AsyncIterator[bytes]:
        """Give the speech of one piece; a text that makes no sound gets a moment of silence."""
        async for pcm in self._speaker.speech(text, waits=self._waits):
            yield pcm

    def set_speed(self, speed: float) -> None:
        """Speak so fast from now on."""
        self._speaker.set_speed(speed)

    async def aclose(self) -> None:
        """Leave the voice to the conversation that made it."""


class RemoteMouth:
    """A voice elsewhere."""

    def __init__(self, client: tts.TTS[Any], within_s: float) -> None:
        self._client = client
        self._options = APIConnectOptions(max_retry=0, timeout=within_s)
        self.rate = client.sample_rate

    async def speech(self, text: str) -> AsyncIterator[bytes]:
        """Give the speech of one piece.

        Raises:
            EmptyAnswerError: what came is too short to be that text.

        """
        letters = sum(character.isalnum() for character in text)
        least = int(self.rate * min(_CHECKED_S, letters / _FASTEST)) * 2
        held = b""
        async with self._client.synthesize(text, conn_options=self._options) as stream:
            async for audio in stream:
                held += _pcm(audio.frame)
                if len(held) >= least:
                    yield held
                    held, least = b"", 0
        if least:
            raise EmptyAnswerError
        if held:
            yield held

    def set_speed(self, speed: float) -> None:
        """Speak so fast from now on; Deepgram's voices have one speed only."""
        if isinstance(self._client, openai.TTS):
            self._client.update_options(speed=speed)

    async def aclose(self) -> None:
        """Let go of the client."""
        await self._client.aclose()


def _pcm(frame: rtc.AudioFrame) -> bytes:
    return bytes(frame.data)
