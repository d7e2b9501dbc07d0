"""A provider that says when to come back is left alone until then."""

from contextlib import AsyncExitStack

import pytest
from livekit import rtc
from livekit.agents import llm

from agent_worker.models.catalogue import Role
from agent_worker.providers.hearing import HearingChain
from bench.stand_ins.deepgram_server import Deepgram, deepgram_server
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.ways import RETRY_AFTER_S
from tests.agent_worker.providers.cast import Cast, playing
from tests.patience import until

A_LITTLE_S = 5
"""What a busy provider is left alone for that does not say how long."""
SILENCE = rtc.AudioFrame(bytes(3200), 16_000, 1, 1600)


async def ask(cast: Cast, role: Role) -> None:
    """Have each role ask its provider for something."""
    if role == "llm":
        async with cast.providers.llm.chat(chat_ctx=llm.ChatContext.empty()) as answer:
            assert [chunk async for chunk in answer]
    if role == "tts":
        async with cast.providers.tts.synthesize("Say this.") as speech:
            assert [audio async for audio in speech]
    if role == "stt":
        chain = cast.providers.stt
        assert isinstance(chain, HearingChain)
        async with chain.stream() as stream:
            stream.push_frame(SILENCE)
            await until(stream._input_ch.empty)
            chain.on_speaking(True)
            chain.on_speaking(False)
            await until(lambda: cast.told)


@pytest.mark.parametrize(
    ("role", "provider"),
    [
        ("stt", "deepgram"),
        ("stt", "openai"),
        ("llm", "openai"),
        ("tts", "deepgram"),
        ("tts", "openai"),
    ],
)
async def test_it_is_left_alone_for_as_long_as_it_asks(role: Role, provider: str) -> None:
    async with AsyncExitStack() as stack:
        server: Deepgram | OpenAi
        if provider == "deepgram":
            server = await stack.enter_async_context(deepgram_server("busy"))
        else:
            server = await stack.enter_async_context(openai_server("busy"))
        names = {f"SAYDO_{role.upper()}": provider, f"{provider.upper()}_BASE_URL": server.url}
        cast = await stack.enter_async_context(playing(names))
        await ask(cast, role)
        state = cast.shared.breakers.of(role, provider).state()
        assert (state.state, state.fault) == ("open", "busy")
        assert A_LITTLE_S < state.probed_in_s <= RETRY_AFTER_S
