"""What one recogniser loses is given to the next, and nothing is heard twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import stt

from agent_worker.hearing.utterance import RATE
from agent_worker.providers.hearing import ChainStream, HearingChain
from agent_worker.thinking.apologies import APOLOGIES, KEY_REFUSED, Reason
from bench.stand_ins.deepgram_server import Deepgram, deepgram_server
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.serving import refusing
from bench.stand_ins.ways import Way
from tests.agent_worker.hosts import ScriptedHost
from tests.agent_worker.providers.cast import Cast, hurry, playing
from tests.patience import until

SAID = "Add milk to the list."
LOCALLY = "Add milk, heard here."
FRAME = RATE // 50


def by_deepgram(server: Deepgram | str, order: str = "deepgram,local") -> dict[str, str]:
    return {"SAYDO_STT": order, "DEEPGRAM_BASE_URL": getattr(server, "url", str(server))}


def by_openai(server: OpenAi | str, order: str = "openai,local") -> dict[str, str]:
    return {"SAYDO_STT": order, "OPENAI_BASE_URL": getattr(server, "url", str(server))}


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


async def test_deepgram_is_asked_to_finish_when_the_person_stops() -> None:
    async with (
        deepgram_server() as server,
        playing(by_deepgram(server)) as cast,
        listening(cast) as person,
    ):
        server.heard = SAID
        await person.speak()
        await until(lambda: person.heard == [SAID])
        await person.speak()
        await until(lambda: person.heard == [SAID, SAID])
        assert len(server.listened_s) == 1
        assert not cast.host.pcm


async def test_openai_is_sent_each_utterance_as_one_recording() -> None:
    async with (
        openai_server() as server,
        playing(by_openai(server)) as cast,
        listening(cast) as person,
    ):
        server.heard = SAID
        await person.speak(2.0)
        await until(lambda: person.heard == [SAID])
        assert server.recordings_s == [pytest.approx(2.7, abs=0.1)]
        assert not cast.host.pcm


@pytest.mark.parametrize(
    "way", ["silent", "half then silent", "half then cut", "busy", "500", "key", "garbage"]
)
async def test_what_deepgram_loses_the_next_one_hears(way: Way) -> None:
    host = ScriptedHost([LOCALLY])
    async with deepgram_server(way) as server, playing(by_deepgram(server), host=host) as cast:
        assert isinstance(cast.providers.stt, HearingChain)
        hurry(cast.providers.stt.order, way)
        server.heard = SAID
        async with listening(cast) as person:
            await person.speak(2.0)
            await until(lambda: person.heard == [LOCALLY])
        assert len(host.pcm[-1]) / 2 / RATE > 1.9


@pytest.mark.parametrize(
    "way", ["silent", "half then silent", "half then cut", "busy", "500", "key", "garbage"]
)
async def test_what_openai_loses_the_next_one_hears(way: Way) -> None:
    host = ScriptedHost([LOCALLY])
    async with openai_server(way) as server, playing(by_openai(server), host=host) as cast:
        assert isinstance(cast.providers.stt, HearingChain)
        hurry(cast.providers.stt.order, way)
        async with listening(cast) as person:
            await person.speak(2.0)
            await until(lambda: person.heard == [LOCALLY])
        assert len(host.pcm[-1]) / 2 / RATE > 1.9


async def test_one_that_is_not_there_is_stood_in_for() -> None:
    host = ScriptedHost([LOCALLY])
    async with (
        refusing() as address,
        playing(by_deepgram(address), host=host) as cast,
        listening(cast) as person,
    ):
        await person.speak()
        await until(lambda: person.heard == [LOCALLY])


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("silent", "away"),
        ("half then cut", "away"),
        ("busy", "busy"),
        ("500", "away"),
        ("key", "key"),
        ("garbage", "away"),
    ],
)
async def test_with_nobody_behind_it_the_person_is_told_why(way: Way, reason: Reason) -> None:
    async with deepgram_server(way) as server, playing(by_deepgram(server, "deepgram")) as cast:
        assert isinstance(cast.providers.stt, HearingChain)
        hurry(cast.providers.stt.order, way)
        async with listening(cast) as person:
            await person.speak()
            await until(lambda: APOLOGIES["stt"][reason] in cast.told)
            assert not person.heard


async def test_the_assistants_own_voice_is_not_apologised_to() -> None:
    async with (
        deepgram_server("500") as server,
        playing(by_deepgram(server, "deepgram")) as cast,
        listening(cast) as person,
    ):
        cast.providers.on_assistant(True)
        await person.speak()
        cast.providers.on_assistant(False)
        await person.speak()
        await until(lambda: cast.told)
        assert len(cast.told) == 1


async def test_of_a_long_utterance_the_last_fifteen_seconds_are_heard_again() -> None:
    async with (
        openai_server() as behind,
        deepgram_server("silent") as server,
        playing(by_deepgram(server, "deepgram,openai") | {"OPENAI_BASE_URL": behind.url}) as cast,
    ):
        behind.heard = SAID
        assert isinstance(cast.providers.stt, HearingChain)
        hurry(cast.providers.stt.order)
        async with listening(cast) as person:
            await person.speak(20.0)
            await until(lambda: person.heard == [SAID])
        assert behind.recordings_s == [pytest.approx(15.0, abs=0.1)]


async def test_a_cough_is_no_failure() -> None:
    async with (
        deepgram_server() as server,
        playing(by_deepgram(server)) as cast,
        listening(cast) as person,
    ):
        await person.speak(0.2)
        await until(lambda: server.finalized == 1)
        server.heard = SAID
        await person.speak()
        await until(lambda: person.heard == [SAID])
        assert cast.shared.breakers.of("stt", "deepgram").state().failures == 0


async def test_a_model_host_that_is_away_is_stood_in_for() -> None:
    host = ScriptedHost()
    host.away = True
    async with (
        openai_server() as server,
        playing(by_openai(server, "local,openai"), host=host) as cast,
        listening(cast) as person,
    ):
        server.heard = SAID
        await person.speak()
        await until(lambda: person.heard == [SAID])


async def test_after_three_failures_it_is_left_alone_until_a_probe_is_answered() -> None:
    host = ScriptedHost([LOCALLY])
    async with (
        deepgram_server("500") as server,
        playing(by_deepgram(server), host=host) as cast,
        listening(cast) as person,
    ):
        breaker = cast.shared.breakers.of("stt", "deepgram")
        for count in range(1, 4):
            await person.speak()
            await until(lambda count=count: len(person.heard) == count)  # type: ignore[misc]
        assert not breaker.is_closed
        server.ways, server.heard = ["well"], SAID
        await until(lambda: breaker.is_closed)
        await person.speak()
        await until(lambda: person.heard[-1] == SAID)


async def test_a_key_that_is_refused_is_told_once() -> None:
    host = ScriptedHost([LOCALLY])
    async with (
        deepgram_server("key") as server,
        playing(by_deepgram(server), host=host) as cast,
        listening(cast) as person,
    ):
        await person.speak()
        await until(lambda: len(person.heard) == 1)
        await person.speak()
        await until(lambda: len(person.heard) == 2)
        assert cast.told == [KEY_REFUSED["stt"]]


async def test_the_session_may_flush_it() -> None:
    async with deepgram_server() as server, playing(by_deepgram(server)) as cast:
        assert cast.providers.stt.capabilities.manual_flush
