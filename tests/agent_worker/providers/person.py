"""Somebody who speaks into the microphone of a chain of recognisers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
from livekit import rtc
from livekit.agents import stt

from agent_worker.hearing.utterance import RATE
from agent_worker.providers.hearing import ChainStream, HearingChain
from tests.agent_worker.providers.cast import Cast
from tests.patience import until

FRAME = RATE // 50


class Person:
    """Speaks into a microphone, faster than a person could."""

    def __init__(self, chain: HearingChain, stream: ChainStream) -> None:
        self._chain = chain
        self._stream = stream
        self.heard: list[str] = []

    async def speak(self, seconds: float = 2.0) -> None:
        """Begin to speak, and stop."""
        self.sound(0.4, 0)
        await self.begin()
        self.sound(seconds, 6000)
        self.sound(0.3, 0)
        await self.pause()

    async def begin(self) -> None:
        await self._settle()
        self._chain.on_speaking(True)

    async def pause(self) -> None:
        await self._settle()
        self._chain.on_speaking(False)

    def sound(self, seconds: float, loudness: int) -> None:
        """Make a sound of so many seconds."""
        generator = np.random.default_rng(1)
        for _ in range(round(seconds * 50)):
            samples = generator.normal(0, max(loudness, 10), FRAME).astype("<i2")
            self._stream.push_frame(rtc.AudioFrame(samples.tobytes(), RATE, 1, FRAME))

    async def _settle(self) -> None:
        """Let the chain take in all that was said up to now."""
        await until(self._stream._input_ch.empty)

    async def listen(self) -> None:
        """Note all final transcripts."""
        async for event in self._stream:
            if event.type is stt.SpeechEventType.FINAL_TRANSCRIPT:
                self.heard.append(event.alternatives[0].text)


@asynccontextmanager
async def listening(cast: Cast) -> AsyncIterator[Person]:
    chain = cast.providers.stt
    assert isinstance(chain, HearingChain)
    stream = chain.stream()
    person = Person(chain, stream)
    noting = asyncio.create_task(person.listen())
    try:
        yield person
    finally:
        await stream.aclose()
        noting.cancel()
        await asyncio.wait([noting])
