"""A voice that fails is stood in for at the sentence it did not say to its end."""

import numpy as np
import numpy.typing as npt
import pytest

from agent_worker.providers.choosing import share
from agent_worker.providers.speaking import SpeakingChain
from agent_worker.speaking.clauses import clauses
from agent_worker.thinking.apologies import APOLOGIES, KEY_REFUSED, Reason
from bench.stand_ins.deepgram_server import Deepgram, deepgram_server
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.serving import refusing
from bench.stand_ins.ways import Way
from tests.agent_worker.providers.cast import hurry, playing, settings

FIRST, SECOND, THIRD = "The first sentence is here.", "The second one follows.", "A third ends it."
REPLY = f"{FIRST} {SECOND} {THIRD}"
LOUDNESS_OF_LOCAL = {1, 2}
FAILING: tuple[Way, ...] = ("silent", "half then silent", "half then cut", "busy", "500", "key")


def by_deepgram(server: Deepgram | str, order: str = "deepgram,local") -> dict[str, str]:
    return {"SAYDO_TTS": order, "DEEPGRAM_BASE_URL": getattr(server, "url", str(server))}


def by_openai(server: OpenAi | str, order: str = "openai,local") -> dict[str, str]:
    return {"SAYDO_TTS": order, "OPENAI_BASE_URL": getattr(server, "url", str(server))}


async def spoken(chain: SpeakingChain, *text: str) -> npt.NDArray[np.int16]:
    """All samples of a reply."""
    frames = []
    async with chain.stream() as stream:
        for piece in text:
            stream.push_text(piece)
        stream.end_input()
        async for event in stream:
            assert event.frame.sample_rate == chain.sample_rate
            frames.append(np.frombuffer(event.frame.data, np.int16))
    return np.concatenate(frames)


def loudness(samples: npt.NDArray[np.int16]) -> set[int]:
    return set(np.unique(samples).tolist()) - {0}


async def test_text_is_spoken_clause_by_clause_as_it_comes() -> None:
    async with playing({}) as cast:
        samples = await spoken(cast.providers.tts, "Done. Any", "thing else?")
        assert cast.host.spoken == ["Done.", "Anything else?"]
        assert loudness(samples) == LOUDNESS_OF_LOCAL


async def test_deepgram_speaks_clause_by_clause() -> None:
    async with deepgram_server() as server, playing(by_deepgram(server)) as cast:
        samples = await spoken(cast.providers.tts, REPLY)
        assert server.spoken == clauses(REPLY)
        assert loudness(samples) == {server.loudness}
        assert not cast.host.spoken


async def test_openai_speaks_clause_by_clause() -> None:
    async with openai_server() as server, playing(by_openai(server)) as cast:
        samples = await spoken(cast.providers.tts, REPLY)
        assert server.spoken == clauses(REPLY)
        assert loudness(samples) == {server.loudness}
        assert not cast.host.spoken


@pytest.mark.parametrize("way", [*FAILING, "garbage"])
async def test_what_deepgram_does_not_say_the_next_one_says(way: Way) -> None:
    async with deepgram_server(way) as server, playing(by_deepgram(server)) as cast:
        hurry(cast.providers.tts.order, way)
        await spoken(cast.providers.tts, REPLY)
        assert server.spoken == [FIRST]
        assert cast.host.spoken == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("way", [*FAILING, "garbage"])
async def test_what_openai_does_not_say_the_next_one_says(way: Way) -> None:
    async with openai_server(way) as server, playing(by_openai(server)) as cast:
        hurry(cast.providers.tts.order, way)
        await spoken(cast.providers.tts, REPLY)
        assert server.spoken == [FIRST]
        assert cast.host.spoken == [FIRST, SECOND, THIRD]


async def test_a_reply_is_gone_on_with_at_the_sentence_that_broke_off() -> None:
    async with (
        deepgram_server("well", "half then cut") as server,
        playing(by_deepgram(server)) as cast,
    ):
        samples = await spoken(cast.providers.tts, REPLY)
        assert server.spoken == [FIRST, SECOND]
        assert cast.host.spoken == [SECOND, THIRD]
        first_of_local = np.flatnonzero(np.isin(samples, list(LOUDNESS_OF_LOCAL)))[0]
        assert server.loudness not in samples[first_of_local:]


async def test_garbage_is_not_played() -> None:
    async with deepgram_server("garbage") as server, playing(by_deepgram(server)) as cast:
        assert max(loudness(await spoken(cast.providers.tts, FIRST))) < 50


async def test_one_that_is_not_there_is_stood_in_for() -> None:
    async with refusing() as address, playing(by_openai(address)) as cast:
        await spoken(cast.providers.tts, REPLY)
        assert cast.host.spoken == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("way", "reason"),
    [("silent", "away"), ("busy", "busy"), ("500", "away"), ("key", "key"), ("garbage", "away")],
)
async def test_with_nobody_behind_it_an_apology_that_was_made_before_is_played(
    way: Way, reason: Reason
) -> None:
    async with (
        openai_server() as server,
        playing(by_openai(server, "openai")) as cast,
    ):
        chain = cast.providers.tts
        apology = APOLOGIES["tts"][reason]
        await chain.keep(apology)
        kept = sum(
            len(cast.shared.kept.get(each, chain.sample_rate) or b"") for each in clauses(apology)
        )
        server.ways = [way]
        hurry(chain.order, way)
        samples = await spoken(chain, REPLY)
        assert server.spoken[-1] == FIRST
        assert 2 * (samples == server.loudness).sum() == pytest.approx(kept, rel=0.02)


async def test_without_an_apology_there_is_a_silence_for_each_piece_so_that_words_are_shown() -> (
    None
):
    async with openai_server("500") as server, playing(by_openai(server, "openai")) as cast:
        samples = await spoken(cast.providers.tts, REPLY)
        assert not loudness(samples)
        assert len(samples) >= 3 * 0.05 * cast.providers.tts.sample_rate


async def test_what_was_made_before_is_made_once_for_all_conversations() -> None:
    async with openai_server() as server:
        names = by_openai(server, "openai")
        shared = share(settings(**names))
        for _ in range(2):
            async with playing(names, shared=shared) as cast:
                await cast.providers.tts.keep("One moment.")
                await spoken(cast.providers.tts, "One moment.")
        assert server.spoken == ["One moment."]


async def test_a_key_that_is_refused_is_told_once() -> None:
    async with openai_server("key") as server, playing(by_openai(server)) as cast:
        await spoken(cast.providers.tts, REPLY)
        await spoken(cast.providers.tts, REPLY)
        assert server.spoken == [FIRST]
        assert cast.told == [KEY_REFUSED["tts"]]


async def test_a_local_voice_whose_host_is_away_is_stood_in_for() -> None:
    async with openai_server() as server, playing(by_openai(server, "local,openai")) as cast:
        cast.host.away = True
        samples = await spoken(cast.providers.tts, REPLY)
        assert server.spoken == [FIRST, SECOND, THIRD]
        assert len(samples) / cast.providers.tts.sample_rate == pytest.approx(3.3, abs=0.3)
