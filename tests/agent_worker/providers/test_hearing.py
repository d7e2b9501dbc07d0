"""What one recogniser loses is given to the next, and nothing is heard twice."""

import pytest

from agent_worker.hearing.utterance import RATE
from agent_worker.providers.hearing import SIGN_S, HearingChain
from agent_worker.thinking.apologies import APOLOGIES, KEY_REFUSED, ONE_MOMENT, Reason
from bench.stand_ins.deepgram_server import Deepgram, deepgram_server
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.serving import refusing
from bench.stand_ins.ways import Way
from tests.agent_worker.hosts import ScriptedHost
from tests.agent_worker.providers.cast import Cast, hurry, playing
from tests.agent_worker.providers.person import listening
from tests.patience import until

SAID = "Add milk to the list."
LOCALLY = "Add milk, heard here."


def by_deepgram(server: Deepgram | str, order: str = "deepgram,local") -> dict[str, str]:
    return {"SAYDO_STT": order, "DEEPGRAM_BASE_URL": getattr(server, "url", str(server))}


def by_openai(server: OpenAi | str, order: str = "openai,local") -> dict[str, str]:
    return {"SAYDO_STT": order, "OPENAI_BASE_URL": getattr(server, "url", str(server))}


def apologies(cast: Cast) -> list[str]:
    """What was said of a failure, but for signs of life."""
    return [each for each in cast.told if each != ONE_MOMENT]


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
        await until(lambda: apologies(cast))
        assert len(apologies(cast)) == 1


async def test_who_goes_on_once_the_assistant_is_silent_is_told() -> None:
    """What was said over its voice waits to be heard, and is a part of what is said then."""
    async with (
        deepgram_server("silent") as server,
        playing(by_deepgram(server, "deepgram")) as cast,
    ):
        assert isinstance(cast.providers.stt, HearingChain)
        hurry(cast.providers.stt.order, "silent")
        async with listening(cast) as person:
            cast.providers.on_assistant(True)
            await person.speak()
            cast.providers.on_assistant(False)
            await person.speak()
            await until(lambda: apologies(cast))


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


async def test_who_waits_for_the_next_one_is_told_so_once_and_nothing_is_lost() -> None:
    host = ScriptedHost([LOCALLY])
    host.may_hear.clear()
    async with (
        openai_server("500") as server,
        playing(by_openai(server), host=host) as cast,
        listening(cast) as person,
    ):
        chain = cast.providers.stt
        assert isinstance(chain, HearingChain)
        chain.sign_s = 0.1
        await person.speak()
        await until(lambda: cast.told == [ONE_MOMENT])
        host.may_hear.set()
        await until(lambda: person.heard == [LOCALLY])
        assert cast.told == [ONE_MOMENT]
        chain.sign_s = SIGN_S
        await person.speak()
        await until(lambda: person.heard == [LOCALLY, LOCALLY])
        assert cast.told == [ONE_MOMENT]
